import type { Language } from '../../models/contracts/text';
import type { Route } from '../http/route';
import { answersOf } from './answers';
import { parametersOf, requestBodyOf } from './parameters';
import type { JsonSchema, Shared } from './schemas';
import { tagOf } from './tags';

const READS: readonly string[] = ['get'];

/** How a request says who sends it: a token, or the cookie of a browser with the token against forged requests. */
export const SECURITY_SCHEMES = {
  token: { type: 'http', scheme: 'bearer', description: 'The token that `POST /api/v1/sessions` answers.' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'opsflow_session', description: 'Signed in with `"as": "cookie"`.' },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: 'x-csrf-token',
    description: 'Goes with the cookie wherever something changes.',
  },
  link: {
    type: 'apiKey',
    in: 'header',
    name: 'authorization',
    description:
      '`Decision-Link` and the token of the address `/decide/{token}` in a mail to somebody without an account.',
  },
  monitoring: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of an intake source of kind `alerts`, shown once when the source was added.',
  },
} as const satisfies Record<string, JsonSchema>;

/** One route as an operation of the document. */
export function operationOf(declared: Route, shared: Shared, language: Language): JsonSchema {
  const { method, path, who, summary } = declared;
  return {
    operationId: operationIdOf(method, path),
    tags: [tagOf(path)],
    summary: summary[language],
    'x-summary': summary,
    'x-opsflow-who': who,
    'x-opsflow-repeats': declared.repeats,
    security: securityOf(declared),
    parameters: parametersOf(declared, shared),
    ...requestBodyOf(declared, shared),
    responses: answersOf(declared, shared, language),
  };
}

/** A name for a route that generators of clients can use: `getCasesByIdJournal`. */
export function operationIdOf(method: string, path: string): string {
  const words = path.split(/[/-]/).map((part) => part.replace(/^\{(\w+)\}$/, (_, name: string) => `by-${name}`));
  return (
    method +
    words
      .flatMap((word) => word.split('-'))
      .map(capitalised)
      .join('')
  );
}

function securityOf({ who, method }: Route): readonly JsonSchema[] {
  if (who === 'anyone') return [];
  if (who === 'decision-link') return [{ link: [] }];
  if (who === 'monitoring') return [{ monitoring: [] }];
  return [{ token: [] }, READS.includes(method) ? { cookie: [] } : { cookie: [], csrf: [] }];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
