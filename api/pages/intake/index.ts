import express, { Router, type Request, type Response } from 'express';
import { REPORT_FIELDS, type ReportField } from '../../../models/contracts/intake-form';
import type { Language, Text } from '../../../models/contracts/text';
import { filled, said } from '../../../models/faults';
import type { IntakeSourceRow } from '../../../models/db';
import { ERRORS } from '../../../models/codes';
import { cspNonceOf } from '../../content-security';
import type { Deps } from '../../deps';
import { languageOf, refuseOtherMethods, requestIdOf } from '../../http/mount';
import { Problem } from '../../http/problem';
import { mustComeFromHere } from '../../session-cookie';
import { takeReport } from '../../use-cases/intake/report';
import { sourceWith } from '../../use-cases/intake/source';
import { donePage, formPage, HONEYPOT, noticePage, type FormPage, type Look } from './html';
import { isOpened, newPage } from './opened';
import { WORDS } from './words';

const PATH = '/intake/:secret';
const LARGEST_BODY = '64kb';
const SECONDS_IN_A_MINUTE = 60;
const NOTHING = Object.fromEntries(REPORT_FIELDS.map((field) => [field, ''])) as Record<ReportField, string>;

interface Asked {
  readonly deps: Deps;
  readonly request: Request;
  readonly response: Response;
  readonly source: IntakeSourceRow;
  readonly secret: string;
  readonly look: Look;
}

/**
 * The public form of a customer, by which anybody reports a fault who has its address: a page without scripts, for any phone. To
 * open it changes nothing. It answers in HTML also where it refuses, and no log tells its address.
 */
export function intakePage(deps: Deps): Router {
  const router = Router();
  router.get(PATH, async (request, response) => {
    await answered(deps, request, response, 'GET', show);
  });
  router.post(PATH, express.urlencoded({ extended: false, limit: LARGEST_BODY }), async (request, response) => {
    await answered(deps, request, response, 'POST', report);
  });
  router.all(PATH, refuseOtherMethods(['GET', 'POST']));
  return router;
}

async function answered(
  deps: Deps,
  request: Request,
  response: Response,
  method: string,
  handle: (asked: Asked) => Promise<void> | void,
): Promise<void> {
  response.locals.action = `${method} /intake/{secret}`;
  response.set('cache-control', 'no-store');
  const look = { language: languageAsked(request), nonce: cspNonceOf(response), company: deps.config.COMPANY_NAME };
  const secret = String(request.params.secret);
  try {
    const source = await sourceWith(deps.db, 'form', secret, deps.now());
    if (source) await handle({ deps, request, response, source, secret, look });
    else
      response
        .status(404)
        .type('html')
        .send(noticePage(look, WORDS.unknown, WORDS.unknownHelp));
  } catch (err) {
    deps.log.error({ err, requestId: requestIdOf(response) }, 'request failed');
    response
      .status(500)
      .type('html')
      .send(noticePage(look, WORDS.failed, null));
  }
}

function languageAsked(request: Request): Language {
  const { lang } = request.query;
  return lang === 'zh' || lang === 'en' ? lang : languageOf(request);
}

async function show(asked: Asked): Promise<void> {
  await answerForm(asked, 200, { values: NOTHING, faults: {}, page: newPage(asked.secret, asked.deps.now()) });
}

async function report(asked: Asked): Promise<void> {
  const { deps, request, response, source, secret, look } = asked;
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const values = Object.fromEntries(REPORT_FIELDS.map((field) => [field, textOf(body[field])])) as typeof NOTHING;
  const page = textOf(body.page);
  if (!isSentFromHere(request) || !isOpened(page, secret, deps.now())) {
    const notice = said('form-too-old');
    await answerForm(asked, 403, { values, faults: {}, notice, page: newPage(secret, deps.now()) });
    return;
  }
  // Whoever fills in what nobody sees is a program, and is not told.
  if (textOf(body[HONEYPOT]) !== '') {
    deps.log.info({ source: source._id, address: request.ip }, 'a program filled in a public form');
    response.type('html').send(noticePage(look, WORDS.received, null, source.contact));
    return;
  }
  try {
    const caseId = await takeReport(deps, source, { values, page, ip: request.ip });
    response.locals.caseId = caseId;
    await noteReport(asked, caseId);
    const { contact } = source;
    response
      .status(201)
      .type('html')
      .send(donePage(look, { caseId, mail: values.mail.trim(), contact }));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await answerProblem(asked, error, { values, page });
  }
}

/** The browser itself says whether another site's page made it send this. */
function isSentFromHere(request: Request): boolean {
  try {
    mustComeFromHere(request);
    return true;
  } catch {
    return false;
  }
}

async function noteReport({ deps, request, source }: Asked, caseId: string): Promise<void> {
  const who = { personId: source._id, address: request.ip ?? '', action: 'POST /intake/{secret}', result: 'done' };
  await deps.accessLog.append({ ...who, target: caseId, details: {} });
}

/** Why it was not taken, on a page that still has what was typed. */
async function answerProblem(asked: Asked, problem: Problem, typed: Pick<FormPage, 'values' | 'page'>): Promise<void> {
  const { response, look, source } = asked;
  const { retryAfterInSeconds, faults = [] } = problem.more;
  if (retryAfterInSeconds !== undefined) response.set('retry-after', String(retryAfterInSeconds));
  const { status, retryable } = ERRORS[problem.code];
  if (problem.code === 'too-often') {
    const minutes = Math.ceil((retryAfterInSeconds ?? SECONDS_IN_A_MINUTE) / SECONDS_IN_A_MINUTE);
    const help = filled(WORDS.tooOftenHelp, { minutes });
    response
      .status(status)
      .type('html')
      .send(noticePage(look, WORDS.tooOften, help, source.contact));
    return;
  }
  if (problem.code === 'invalid-input') {
    const known = faults.map(({ pointer, detail }) => [fieldAt(pointer), textIn(detail)] as const);
    const marked = Object.fromEntries(known.flatMap(([field, text]) => (field ? [[field, text]] : [])));
    const notice = known.find(([field]) => !field)?.[1];
    await answerForm(asked, status, { ...typed, faults: marked, ...(notice && { notice }) });
    return;
  }
  const why = problem.detail === '' || retryable ? (retryable ? WORDS.busy : WORDS.failed) : textIn(problem.detail);
  await answerForm(asked, status, { ...typed, faults: {}, notice: why });
}

/** The field that a pointer names, be it into the form or into the request that is made of it. */
function fieldAt(pointer: string): ReportField | undefined {
  const name = pointer.split('/').at(-1);
  return REPORT_FIELDS.find((field) => field === name);
}

function textIn(detail: Problem['detail']): Text {
  return typeof detail === 'string' ? { zh: detail, en: detail } : detail;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function answerForm(
  { deps, response, source, look }: Asked,
  status: number,
  page: Omit<FormPage, 'customer' | 'contact'>,
): Promise<void> {
  const customer = await deps.db.customers.findById(source.customerId, { name: 1 }).lean();
  const of = { customer: customer?.name ?? '', contact: source.contact };
  response
    .status(status)
    .type('html')
    .send(formPage(look, { ...of, ...page }));
}
