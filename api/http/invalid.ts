import { z } from 'zod';
import type { Text } from '../../models/contracts/text';
import { FAULTS, said, type Facts, type FaultCode } from '../../models/faults';
import { pointerTo, Problem, type Fault } from './problem';

/** What is known of an issue of zod; its own words for what it refuses are made from it, in either language. */
export type Issue = z.core.$ZodIssue;

const LOCALES = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };
const OURS: ReadonlyMap<string, Text> = new Map(Object.values(FAULTS).map((text) => [text.en, text]));

// A body of many values that are all wrong is told of the first of them.
const MOST_FAULTS = 100;

/** The value as the schema has it; refuses one that does not fit, with a pointer to each fault below the prefix. */
export function valid<Schema extends z.ZodType>(schema: Schema, value: unknown, prefix = ''): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success)
    throw new Problem('invalid-input', '', { faults: faultsOf(result.error.issues, prefix).slice(0, MOST_FAULTS) });
  return result.data;
}

/** The refusal of one value, with a sentence of the table. */
export function invalidAt(pointer: string, code: FaultCode, facts: Facts = {}): Problem {
  return invalidSince(pointer, said(code, facts));
}

/** The refusal of one value, with what a rule has to say about it. */
export function invalidSince(pointer: string, detail: Text): Problem {
  return new Problem('invalid-input', '', { faults: [{ pointer, detail }] });
}

/** zod's issues as faults with JSON pointers below a prefix. */
export function faultsOf(issues: readonly Issue[], prefix = ''): Fault[] {
  return issues
    .flatMap(nearest)
    .flatMap((issue) =>
      placesOf(issue).map((place) => ({ pointer: prefix + pointerTo(place), detail: wordsOf(issue) })),
    );
}

/** What is wrong with a body that fits none of several formats: what keeps it from the one that it comes nearest to. */
function nearest(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.path.length > 0) return [issue];
  const [first, ...others] = [...issue.errors].sort((one, other) => one.length - other.length);
  return first && others.length > 0 ? first : [issue];
}

/** Where a fault is; fields that nobody knows are each a fault of their own. */
function placesOf(issue: Issue): (readonly PropertyKey[])[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** What an issue says: our own sentence in both languages, else zod's for the kind of fault. */
function wordsOf(issue: Issue): Text {
  if (issue.code === 'unrecognized_keys') return said('unknown-field');
  const own = issue.code === 'custom' ? (issue.params?.text as Text | undefined) : undefined;
  // A pattern keeps no params beside its message, so its sentence is found by the English one.
  return own ?? OURS.get(issue.message) ?? plain(issue) ?? { zh: wordsIn('zh', issue), en: wordsIn('en', issue) };
}

/** Our words where zod's are of types and characters, which say nothing to who left a field empty. */
function plain(issue: Issue): Text | null {
  const isEmpty = issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1;
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  if (isEmpty || isMissing) return said('answer-needed');
  const isNoNumber = issue.code === 'invalid_type' && issue.expected === 'number' && Number.isNaN(issue.input);
  return isNoNumber ? said('not-a-number') : null;
}

function wordsIn(language: keyof Text, issue: Issue): string {
  const words = LOCALES[language](issue as z.core.$ZodRawIssue);
  return (typeof words === 'string' ? words : words?.message) ?? issue.message;
}
