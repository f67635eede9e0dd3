import { randomUUID } from 'node:crypto';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { hashOf } from '../../models/hash';
import { inTransaction, type Database } from '../../models/db';
import type { Language } from '../../models/contracts/text';
import { said } from '../../models/faults';
import { holdsAny } from '../access';
import { authenticate, authenticateByLink, type SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { authenticateMonitoring } from '../use-cases/intake/source';
import { refuseForgery } from '../session-cookie';
import { valid } from './invalid';
import { duplicateOf, Problem } from './problem';
import type { Answer, Call, Route } from './route';
import { send } from './send';
import { uploadOf } from './upload';

/** A router with every declared route; each request passes the same gates in the same order. */
export function mount(routes: readonly Route[], deps: Deps): Router {
  const router = Router();
  for (const declared of routes) {
    const upload: RequestHandler[] = declared.accepts === 'file' ? [uploadOf()] : [];
    router[declared.method](
      pathOf(declared),
      ...(declared.who === 'anyone' ? upload : []),
      async (request, response, next) => {
        response.locals.action = actionOf(declared);
        const me = await gate(declared, deps, request);
        for (const middleware of declared.who === 'anyone' ? [] : upload) await run(middleware, request, response);
        await serve(declared, deps, request, response, me).catch(next);
      },
    );
  }
  for (const path of new Set(routes.map(pathOf))) router.all(path, refuseOtherMethods(methodsOf(path, routes)));
  return router;
}

function pathOf(declared: Route): string {
  return declared.path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function methodsOf(path: string, routes: readonly Route[]): readonly string[] {
  return routes.filter((declared) => pathOf(declared) === path).map(({ method }) => method.toUpperCase());
}

/** Refuses what has come by an address that is known with a method that is not, and names those that are. */
export function refuseOtherMethods(allowed: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.set('allow', allowed.join(', '));
    throw new Problem('method-not-allowed');
  };
}

/** The language of an answer: English when the request prefers it, else Chinese. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
}

/** The id under which a request is logged and answered. */
export function requestIdOf(response: Response): string {
  const locals = response.locals as { requestId?: string };
  return (locals.requestId ??= randomUUID());
}

async function gate(declared: Route, deps: Deps, request: Request): Promise<SignedIn | null> {
  if (declared.who === 'anyone') return null;
  const me = await authenticatorOf(declared)(deps.db, request.headers, deps.now());
  (request.res?.locals as { person?: string }).person = me.id;
  if (me.csrfToken !== null) refuseForgery(request, me.csrfToken);
  if (typeof declared.who !== 'string' && !holdsAny(me, declared.who)) throw new Problem('not-allowed');
  return me;
}

function authenticatorOf({ who }: Route) {
  if (who === 'decision-link') return authenticateByLink;
  return who === 'monitoring' ? authenticateMonitoring : authenticate;
}

async function serve(
  declared: Route,
  deps: Deps,
  request: Request,
  response: Response,
  me: SignedIn | null,
): Promise<void> {
  const call = callOf(declared, deps, request, me);
  const answer = declared.repeats === 'none' ? await declared.handle(call) : await answerOnce(declared, call);
  response.locals.caseId = caseIdIn(request.path) ?? (answer.body as { caseId?: string } | null | undefined)?.caseId;
  if (answer.access) await noteAccess(declared, call, answer.access);
  send(response, answer, (err) => {
    const [level, message] = isGoneAway(err)
      ? (['info', 'nobody waited for the file'] as const)
      : (['error', 'file broke off'] as const);
    deps.log[level]({ err, requestId: requestIdOf(response) }, message);
  });
}

function isGoneAway(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function caseIdIn(text: string): string | undefined {
  return /\b[A-Z]{2,4}-\d{8}-\d{4,}\b/.exec(text)?.[0];
}

async function noteAccess(
  declared: Route,
  call: Call<unknown, unknown, unknown>,
  access: NonNullable<Answer['access']>,
): Promise<void> {
  const { personId = call.me.id, target, details, others = [] } = access;
  const who = { personId, address: call.request.ip ?? '', action: actionOf(declared), result: 'done' };
  await Promise.all([{ target, details }, ...others].map((of) => call.deps.accessLog.append({ ...who, ...of })));
}

function actionOf(declared: Route): string {
  return `${declared.method.toUpperCase()} ${declared.path}`;
}

function callOf(declared: Route, deps: Deps, request: Request, me: SignedIn | null): Call<unknown, unknown, unknown> {
  const key = request.get('idempotency-key');
  if (declared.repeats !== 'none' && !/^[\x21-\x7e]{1,200}$/.test(key ?? ''))
    throw new Problem('idempotency-key-missing');
  if (declared.needsIfMatch && !request.get('if-match')) throw new Problem('precondition-required');
  if (declared.accepts !== 'file' && request.is('multipart/form-data'))
    throw new Problem('wrong-type', said('send-json'));
  const body = parsed(declared.body, request.body, '');
  return {
    deps,
    me: me as SignedIn,
    params: parsed(declared.params, request.params, ''),
    query: parsed(declared.query, request.query, ''),
    body,
    answerKey: key === undefined || me === null ? '' : hashOf([me.id, actionOf(declared), aboutWhat(request, me), key]),
    bodyHash: declared.hasSecretBody
      ? ''
      : hashOf([
          request.body ?? null,
          request.file ? [request.file.originalname, hashOf(request.file.buffer.toString('base64'))] : null,
        ]),
    session: null,
    language: languageOf(request),
    request,
  };
}

/** What a request is about: its path says it, or the link by which it comes. */
function aboutWhat({ params }: Request, { link }: SignedIn): unknown {
  return link ? { ...params, taskId: link.taskId } : params;
}

function parsed(schema: Route['body'], value: unknown, prefix: string): unknown {
  return schema && valid(schema, value ?? {}, prefix);
}

async function answerOnce(declared: Route, call: Call<unknown, unknown, unknown>): Promise<Answer> {
  const { db } = call.deps;
  const known = await storedAnswer(db, call);
  if (known) return known;
  // At the door: who is turned away has cost a look at who they are, and no more.
  if (declared.repeats === 'case') return await call.deps.admission.run(() => answerOfCase(declared, call));
  try {
    return await inTransaction(db, async (session) => {
      const answer = await declared.handle({ ...call, session });
      const { status, body = null, etag = null } = answer;
      const row = { _id: call.answerKey, bodyHash: call.bodyHash, status, body, etag, at: call.deps.now() };
      await db.answers.create([row], { session });
      return answer;
    });
  } catch (error) {
    const refusal = error instanceof Problem ? error : duplicateOf(error);
    if (!refusal) throw error;
    // Where the same key was faster, what stands in the way is what it did.
    const meanwhile = await storedAnswer(db, call);
    if (meanwhile) return meanwhile;
    throw refusal;
  }
}

/** A case keeps its own answers; where the same key was faster, what stood in the way is what it did. */
async function answerOfCase(declared: Route, call: Call<unknown, unknown, unknown>): Promise<Answer> {
  try {
    return await declared.handle(call);
  } catch (error) {
    const meanwhile = await storedAnswer(call.deps.db, call);
    if (meanwhile) return meanwhile;
    if (error instanceof Problem && error.code === 'busy') await haveChecked(call);
    throw error;
  }
}

/** A case that did not answer in time may have lost what it was sent; the reconciler looks at it before all others. */
async function haveChecked({ deps, request }: Call<unknown, unknown, unknown>): Promise<void> {
  const caseId = caseIdIn(request.path);
  if (caseId === undefined) return;
  await deps.db.cases.updateOne({ _id: caseId, state: 'open' }, { $set: { checkedAt: new Date(0) } });
}

async function storedAnswer(db: Database, call: Call<unknown, unknown, unknown>): Promise<Answer | null> {
  const row = await db.answers.findById(call.answerKey).lean();
  if (!row) return null;
  if (row.bodyHash !== call.bodyHash) throw new Problem('idempotency-key-reused');
  const { status, body, etag } = row;
  return { status, ...(body === null ? {} : { body }), ...(typeof etag === 'number' ? { etag } : {}) };
}

async function run(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    void middleware(request, response, (error?: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('the upload could not be read', { cause: error }));
    });
  });
}
