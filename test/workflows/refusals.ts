import { keysOfGrants } from '../../api/access';
import { refusalsOf } from '../../api/http/refusals';
import { ROUTES } from '../../api/routes';
import { ERRORS, type ErrorCode } from '../../models/codes';
import type { Grant } from '../../models/contracts/people';
import { hashOf } from '../../models/hash';
import type { Installation } from '../harness/installation';
import type { Answer, Person } from '../harness/person';

/** What any route may answer, whatever it is about. */
const COMMON: readonly ErrorCode[] = [
  ...(['malformed-request', 'wrong-type', 'too-large', 'not-signed-in'] as const),
  ...(['idempotency-key-missing', 'idempotency-key-reused'] as const),
];

/** What a Chinese answer may say of a refusal: a sentence, or the id of a record. */
const CHINESE_OR_ID = /[\u4e00-\u9fff]|^[\w.-]+$/;

const WHOLE = {};
const ID = { _id: 1 };

/** What may change by itself is left out: mails are sent, what was reserved is begun, cases are looked after, refusals are logged. */
const KEPT: Readonly<Record<string, object>> = {
  cases: { recordSeq: 1, state: 1, stage: 1, round: 1, closing: 1, journalHead: 1, people: 1, documents: 1 },
  ...{ tasks: WHOLE, journal: WHOLE, answers: WHOLE, documents: WHOLE, attachments: WHOLE, 'attachments.files': WHOLE },
  ...{ devices: WHOLE, users: WHOLE, customers: WHOLE, counters: WHOLE },
  ...{ intake: ID, mails: ID },
};

/**
 * Sends what must be refused. The answer has to be a problem with that code, a Chinese title and faults at just these
 * places, which the route declares; and it must have changed nothing: no row, no mail, no record of a case.
 */
export async function refused(
  h: Installation,
  attempt: () => Promise<Answer>,
  code: ErrorCode,
  ...pointers: readonly string[]
): Promise<Answer> {
  const before = await standing(h);
  const answer = await attempt();
  expect(problemIn(answer)).toEqual({
    ...{ status: ERRORS[code].status, code, title: ERRORS[code].zh, pointers },
    contentType: expect.stringContaining('application/problem+json'),
  });
  expect([code, isDeclared(String(answer.body.instance), code)]).toEqual([code, true]);
  for (const words of wordsIn(answer)) expect(words).toMatch(CHINESE_OR_ID);
  expect(await standing(h)).toEqual(before);
  return answer;
}

/** Everything that a refused request, or one repeated under its key, must leave as it was. */
export async function standing({ db }: Installation): Promise<Readonly<Record<string, unknown>>> {
  const collections = Object.entries(KEPT).map(async ([name, projection]) => {
    const rows = await db.connection
      .collection<{ _id: string }>(name)
      .find({ _id: { $ne: 'access-log' } }, { projection })
      .sort({ _id: 1 })
      .toArray();
    return [name, Object.fromEntries(rows.map((row) => [row._id, hashOf(row)]))] as const;
  });
  return Object.fromEntries(await Promise.all(collections));
}

/** Somebody new, with these roles, who can sign in. */
export async function hires(h: Installation, username: string, ...grants: readonly Grant[]): Promise<Person> {
  const model = await h.db.users.findOne({ username: 'li' }).lean();
  if (!model) throw new Error('no demo people');
  const _id = `U-${username}`;
  const own = {
    username,
    name: `${username} 先生`,
    email: `${username}@opsflow.example`,
    keys: keysOfGrants(_id, grants),
  };
  await h.db.users.create([{ ...model, _id, ...own, grants }]);
  return h.as(username);
}

function problemIn({ status, body, headers }: Answer) {
  const { code, title, errors = [] } = body as { code: string; title: string; errors?: { pointer: string }[] };
  return {
    status,
    code,
    title,
    pointers: errors.map(({ pointer }) => pointer),
    contentType: headers.get('content-type'),
  };
}

function isDeclared(instance: string, code: ErrorCode): boolean {
  const [path = ''] = instance.replace('/api/v1', '').split('?');
  const isMeant = (pattern: string) => new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
  return COMMON.includes(code) || ROUTES.some((route) => isMeant(route.path) && refusalsOf(route).includes(code));
}

function wordsIn({ body: { detail, errors } }: Answer): string[] {
  const faults = (errors ?? []) as readonly { readonly detail: string }[];
  return [...(typeof detail === 'string' ? [detail] : []), ...faults.map((fault) => fault.detail)];
}
