import { randomBytes, randomUUID } from 'node:crypto';
import { keysOfGrants } from '../../api/access';
import { ROUTES } from '../../api/routes';
import type { Route } from '../../api/http/route';
import type { Role } from '../../models/codes';
import { storeFile } from '../../models/db/files';
import { sha256Of } from '../../models/hash';
import { ROLES, verdictFor, type Verdict, type Whose } from '../../tools/api-docs/access';
import { addressedBy } from '../../tools/api-docs/records';
import { apiForThisFile } from './api-under-test';
import { cutoverData, cutoverRow } from './cutover-rows';

// Everybody asks at once, and nobody is to be turned away at the door.
const api = apiForThisFile({ CASES_AT_ONCE: 100 });
const DAY_IN_MS = 24 * 3_600_000;
const WHOSE = ['own', 'foreign'] as const satisfies readonly Whose[];
const PEOPLE = [null, ...ROLES];
const AT = new Date('2026-01-01T00:00:00Z');
const PLACES = [
  { number: '0001', customerId: 'C-0001', attachment: 'A-own' },
  { number: '0002', customerId: 'C-0002', attachment: 'A-foreign' },
];
const CUTOVERS = PLACES.map(({ number, customerId }) =>
  cutoverRow(`GJ-20260101-${number}`, cutoverData(), { customerId, people: ['U-nobody'] }),
);

/** Bodies with which a request reaches the record that it names; without a line it is `{}`. */
const BODIES: Readonly<Record<string, unknown>> = {
  'post /cases/{id}/withdraw': { reason: '测试' },
  'post /cases/{id}/cancel': { reason: '测试' },
  'post /cases/{id}/resume': { reason: '测试' },
  'post /cases/{id}/comments': { text: '测试' },
  'post /cases/{id}/copies': { to: ['U-li'], message: '测试' },
  'post /tasks/{id}/complete': { outcome: 'approve', form: { signature: true } },
  'post /tasks/{id}/transfer': { to: 'U-li', reason: '测试' },
  'post /tasks/{id}/pause': { reason: '测试' },
  'post /tasks/{id}/delegate': { to: 'U-li', reason: '测试' },
  'post /tasks/{id}/answer-delegation': { comment: '测试' },
  'post /tasks/{id}/recall': { reason: '测试' },
  'post /tasks/{id}/nudge': { reason: '测试' },
  'post /tasks/{id}/withdraw-vote': { reason: '测试' },
  'post /tasks/{id}/seats': { to: 'U-li', place: 'alongside', reason: '测试' },
  'post /tasks/{id}/seats/{seat}/remove': { reason: '测试' },
  'put /users/{id}/password': { password: 'long enough for all' },
  'post /users/{id}/deactivate': { successorId: null, reason: '测试' },
};

beforeAll(async () => {
  await Promise.all([...ROLES.map(addPerson), ...PLACES.map(addRecords), api.db.cases.create(CUTOVERS)]);
});

const named = ROUTES.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const);

test.each(named)('%s answers each role as the table says, for its own customer and for another', async (_, route) => {
  const verdicts = (role: Role | null) => WHOSE.map((whose) => verdictFor(route, role, whose));
  const met = await Promise.all(PEOPLE.map(async (role) => [role ?? 'nobody', ...(await meets(route, role))]));
  expect(met).toEqual(PEOPLE.map((role) => [role ?? 'nobody', ...verdicts(role)]));
});

/** One after the other, since a request may end the other sign-ins of its sender. */
async function meets(route: Route, role: Role | null): Promise<(number | 'passes')[]> {
  const met: (number | 'passes')[] = [];
  for (const whose of WHOSE) {
    const [status, verdict] = [await ask(route, role, whose), verdictFor(route, role, whose)];
    met.push(fits(status, verdict, route) ? verdict : status);
  }
  return met;
}

function fits(status: number, verdict: Verdict, { path, who }: Route): boolean {
  if (verdict !== 'passes') return status === verdict;
  // Who signs in wrongly is refused by the route itself, and what is no customer's record may be unknown.
  const isUnknown = status === 404 && addressedBy(path)?.foreign === null;
  return status < 500 && (who === 'anyone' || isUnknown || ![401, 403, 404].includes(status));
}

async function ask(route: Route, role: Role | null, whose: Whose): Promise<number> {
  const method = route.method.toUpperCase();
  const addressed = addressedBy(route.path);
  const id = whose === 'own' ? addressed?.own : (addressed?.foreign ?? addressed?.own);
  const path = route.path.replace(/\{\w+\}/, id ?? '').replaceAll(/\{\w+\}/g, 'unknown');
  const body = BODIES[`${route.method} ${route.path}`] ?? {};
  const response = await fetch(`${api.url}/api/v1${path}`, {
    method,
    headers: {
      ...(role === null ? {} : { authorization: `Bearer ${await signIn(role)}` }),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': randomUUID(),
      'if-match': '"0"',
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

async function signIn(role: Role): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + DAY_IN_MS);
  const where = { createdAt: new Date(), lastSeenAt: new Date(), address: '', agent: '' };
  await api.db.sessions.create([{ _id: sha256Of(token), userId: `U-role-${role}`, expiresAt, ...where }]);
  return token;
}

async function addPerson(role: Role): Promise<void> {
  const model = await api.db.users.findById('U-li').lean();
  const _id = `U-role-${role}`;
  const grants = [{ role, customerId: role === 'admin' ? null : 'C-0001' }];
  await api.db.users.create([{ ...model!, _id, username: `role-${role}`, grants, keys: keysOfGrants(_id, grants) }]);
}

/** A closed case of a customer, with a closed task, a document and a file. */
async function addRecords({ number, customerId, attachment }: (typeof PLACES)[number]): Promise<void> {
  const [caseId, head] = [
    `BF-20260101-${number}`,
    { process: 'scrap', customerId, subject: '打印机', stage: 'archive' },
  ];
  const applicant = { id: 'U-nobody', name: '申请人' };
  const closed = { priority: 'normal', round: 1, closedAt: AT, dueAt: null } as const;
  const { db } = api;
  await db.cases.collection.insertOne({
    ...{ _id: caseId, ...head, ...closed, applicant, customer: { id: customerId, name: '用户' }, state: 'completed' },
    ...{ closing: null, waiting: { kind: 'nothing' }, startedAt: AT, updatedAt: AT, data: {}, documents: [] },
    ...{ people: ['U-nobody'], journalHead: { seq: 1, hash: 'a' }, recordSeq: 1, runIds: [], attention: null },
  } as never);
  await db.tasks.collection.insertOne({
    ...{ _id: `${caseId}.manager-review.1`, caseId, ...head, ...closed, applicant, step: 'manager-review' },
    ...{ form: { id: 'scrap.opinion', version: 1 }, prefill: {}, outcomes: ['approve'], returnTo: [], openedAt: AT },
    ...{ sortAt: AT, excluded: [], participants: [], ladder: [], clock: null, status: 'completed', openTo: [] },
    ...{ decision: null, isVoid: false, decidedBy: null, outcome: 'approve' },
  } as never);
  const file = { sha256: 'a'.repeat(64), sizeInBytes: 1 };
  const paper = { ...file, _id: `${caseId}.paper`, caseId, kind: 'paper', title: '审批单', fileName: 'a.pdf', at: AT };
  const upload = {
    ...file,
    _id: attachment,
    ownerId: 'U-nobody',
    caseId,
    fileName: 'a.txt',
    contentType: 'text/plain',
  };
  await db.documents.create([paper]);
  await db.attachments.create([{ ...upload, createdAt: AT, expiresAt: null }]);
  await storeFile(db.connection, 'documents', paper._id, Buffer.from('%PDF-'));
  await storeFile(db.connection, 'attachments', attachment, Buffer.from('a'));
}
