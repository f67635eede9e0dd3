import { createCollections, type Database } from '../../models/db';
import { withTerms } from '../../models/search/rows';
import { Terms } from '../../models/search/terms';
import { caseRow, taskRow } from './case-rows';
import { contract, device } from './resources';

export const CASES = 100_000;
const ROWS_AT_ONCE = 10_000;
const KINDS = ['惠普激光打印机', '联想台式电脑', '戴尔服务器', '华为交换机', '爱普生针式打印机'];
const STAGES = ['manager-review', 'finance-review', 'wipe'];
const HOUR_IN_MS = 3_600_000;
const FIRST = Date.parse('2020-01-01T00:00:00Z');
const NOW = new Date('2026-11-21T00:00:00Z');

/** How many rows there are of what, and how each looks. */
const ROWS: Readonly<Record<string, readonly [number, (number: number) => object]>> = {
  cases: [CASES, aCase],
  tasks: [4_000, aTask],
  devices: [2_000, aDevice],
  customers: [1_000, aCustomer],
  contracts: [1_000, aContract],
  users: [1_000, aUser],
  teams: [500, aTeam],
  absences: [4_000, anAbsence],
  access: [10_000, anEntry],
  comments: [1_000, (number) => ({ _id: `CM-${number}`, caseId: BUSY_CASE, at: at(number), by: NOBODY, text: '…' })],
  mails: [1_000, aMail],
  journal: [1_000, (number) => ({ _id: `${BUSY_CASE}#${number}`, caseId: BUSY_CASE, seq: number, at: NOW, ...A_STEP })],
  documents: [20, aDocument],
  sessions: [2_000, aSession],
  overruns: [10_000, anOverrun],
};

/** A case of the demonstration's first customer, with many comments, mails and steps. */
export const BUSY_CASE = numberOf(CASES - 20);
const NOBODY = { id: 'U-p1', name: '第1人' };
const HASH = '0'.repeat(64);
const A_STEP = {
  kind: 'stage-entered',
  by: null,
  stage: 'wipe',
  taskId: null,
  details: {},
  previousHash: HASH,
  hash: HASH,
};

/** Fills a database with a hundred thousand cases and what goes with them; indexes are made afterwards, which is faster. */
export async function fillWithCases(db: Database): Promise<void> {
  for (const [name, [count, rowOf]] of Object.entries(ROWS)) {
    const rows = db.connection.collection(name);
    if (name === 'cases') await rows.dropIndexes();
    for (let from = 0; from < count; from += ROWS_AT_ONCE) {
      const numbers = Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, index) => from + index);
      await rows.insertMany(numbers.map(rowOf), { ordered: false, writeConcern: { w: 1 } });
    }
  }
  await db.counters.updateOne({ _id: 'access-log' }, { $set: { value: 1e6, hash: '' } }, { upsert: true });
  await createCollections(db, ['cases']);
}

function at(number: number): Date {
  return new Date(FIRST + (number % CASES) * (HOUR_IN_MS / 2));
}

function numberOf(number: number): string {
  const day = at(number).toISOString().slice(0, 10).replaceAll('-', '');
  return `BF-${day}-${String(number % 10_000).padStart(4, '0')}`;
}

// One case in twenty is the demonstration's first customer's, few are its second's, the others are spread.
function customerOf(number: number) {
  const index = number % 20 === 0 ? 1 : number % 2_000 === 1 ? 2 : 10 + (number % 2_989);
  return { id: `C-${String(index).padStart(4, '0')}`, name: `第${index}号客户${index % 7 === 0 ? '医院' : '财政局'}` };
}

// All the terms of so many cases would take minutes to index; these tell as much, and their lists are as long.
const TELLING = ['打', '打印', '印机', '惠普', '戴尔', '财政', '医院', 'caizheng', 'dyj', 'dayin', 'hp', '客户', '机'];
const tellingOf = (words: string) =>
  new Terms()
    .words(words)
    .all()
    .filter((term) => TELLING.includes(term));
const TERMS_OF = new Map([...KINDS, '客户财政局', '客户医院'].map((words) => [words, tellingOf(words)]));

function aCase(number: number): object {
  const [_id, customer, kind] = [numberOf(number), customerOf(number), KINDS[(number * 7 + (number >> 6)) % 5] ?? ''];
  const applicant = { id: `U-p${number % 3_000}`, name: `第${number % 3_000}人` };
  const isOpen = number > CASES - 500 || number % 400 === 0;
  const ended = number % 9_973 === 0 ? 'expired' : number % 20 === 7 ? 'rejected' : 'completed';
  const startedAt = at(number);
  const change = {
    ...{ customer, customerId: customer.id, applicant, subject: kind, state: isOpen ? 'open' : ended, startedAt },
    ...{ stage: isOpen ? STAGES[number % 3] : 'archive', people: [applicant.id, ...actorsOf(number)] },
    ...{ dueAt: isOpen ? new Date(startedAt.getTime() + 24 * HOUR_IN_MS) : null, closedAt: isOpen ? null : startedAt },
    isBreached: number % 5_000 === 2,
    ...(number % 37 === 0 ? { window: aWindow(number / 37) } : {}),
    attention: number % 5_000 === 1 ? { code: 'diverged', detail: '', since: startedAt } : null,
  };
  const numbers = [
    `number:${_id.toLowerCase().replaceAll('-', '')}`,
    _id.slice(-4),
    'bf',
    ...beginnings(_id.slice(3, 11)),
  ];
  const complaint = number % COMPLAINTS_EVERY === 0 ? aComplaint(number) : null;
  const fault = !complaint && number % FAULTS_EVERY === 0 ? aFault(number) : null;
  const callback = !complaint && !fault && number % CALLBACKS_EVERY === 0 ? aCallback(number) : null;
  const facts = [
    `process:${complaint ? 'complaint' : fault ? 'fault' : callback ? 'callback' : 'scrap'}`,
    `device:D-n${number % 2_000}`,
    `title:${kind.slice(0, 2)}`,
  ];
  const search = [
    ...new Set([
      ...facts,
      ...numbers,
      ...(TERMS_OF.get(kind) ?? []),
      ...(TERMS_OF.get(customer.name.replace(/^.*号/, '')) ?? []),
    ]),
  ];
  return { ...caseRow(_id, { ...change, ...complaint, ...fault, ...callback } as never), search };
}

const COMPLAINTS_EVERY = 45;

// One in four is of the first customer, few are of a seldom kind, about somebody, or did not satisfy.
function aComplaint(number: number): object {
  const nth = number / COMPLAINTS_EVERY;
  const kind = nth % 300 === 7 ? 'conduct' : nth % 10 === 3 ? 'product' : 'attitude';
  const request = { kind, urgency: 'normal', channel: 'phone', name: `第${nth}号投诉人` };
  return {
    process: 'complaint',
    data: { request, role: 'project-manager', attempt: nth % 200 === 9 ? 2 : 1 },
    ...(nth % 50 === 11 ? { hiddenFrom: ['U-p7'] } : {}),
    ...(nth % 250 === 4 ? { state: 'withdrawn' } : {}),
  };
}

const FAULTS_EVERY = 47;

// Few are of the first level, critical or a disaster, and most were taken by one of three.
function aFault(number: number): object {
  const nth = number / FAULTS_EVERY;
  const rare = nth % 100 === 3;
  const grading = {
    level: rare ? 1 : 3,
    urgency: rare ? 'critical' : 'normal',
    class: rare ? 'disaster' : 'general',
  };
  return {
    process: 'fault',
    data: {
      request: { name: `第${nth}号提出人`, phone: '010-5550 0000', device: `D-n${number % 2_000}` },
      ...{ grading, engineer: { id: `U-p${(nth % 3) + 6}`, name: '工程师' }, solved: null, cause: null },
    },
  };
}

const CALLBACKS_EVERY = 43;

// Most customers are satisfied; few were not reached, or are called back after a complaint.
function aCallback(number: number): object {
  const nth = number / CALLBACKS_EVERY;
  const reached = nth % 200 !== 5;
  const satisfied = reached && nth % 100 !== 7;
  return {
    process: 'callback',
    data: {
      request: {
        ...{ reason: nth % 250 === 9 ? 'complaint' : 'job', means: 'phone', name: `第${nth}号受访人` },
        ...(nth % 20 !== 1 && { workers: [{ person: `U-p${(nth % 30) + 1}` }] }),
      },
      attempts: [],
      result: nth % 150 === 11 ? null : { score: satisfied ? 95 : null, reached, satisfied },
    },
    ...(nth % 300 === 13 ? { state: 'cancelled' } : {}),
  };
}

// Over three years around now, one after the other.
const FIRST_WINDOW = Date.now() - 2 * 365 * 24 * HOUR_IN_MS;
function aWindow(number: number): object {
  const from = new Date(FIRST_WINDOW + number * 10 * HOUR_IN_MS);
  return {
    from,
    to: new Date(from.getTime() + 4 * HOUR_IN_MS),
    deviceIds: [`D-n${number % 2_000}`],
    system: '核心系统',
  };
}

// Of the demonstration's people each has acted on some.
function actorsOf(number: number): string[] {
  const of = ['admin-demo', 'zheng', 'li', 'chen', 'he'].filter(
    (name, index) => number % (name === 'li' || name === 'chen' ? 600 : 3_000) === 20 * index,
  );
  return [...of, ...(number % (100 * COMPLAINTS_EVERY) === COMPLAINTS_EVERY ? ['wang'] : [])].map(
    (name) => `U-${name}`,
  );
}

function beginnings(word: string): string[] {
  return [4, 5, 6, 7, 8].map((length) => word.slice(0, length));
}

function aTask(number: number): object {
  const caseId = numberOf(number * 25);
  const status = number % 2 === 0 ? 'open' : 'completed';
  const who = ['U-admin-demo', 'U-zheng', 'U-li', 'U-chen', 'U-he'][Math.floor(number / 2) % 20] ?? 'U-p1';
  const keys = ['role:engineer:C-0001', 'role:competent-department:C-0002'];
  const change = {
    ...{
      applicant: NOBODY,
      excluded: ['U-p1'],
      openTo: status === 'open' ? [`person:${who}`, keys[number % 40] ?? 'person:U-p2'] : [],
    },
    ...{ _id: `${caseId}.wipe.${number}`, stage: 'wipe', step: 'wipe', customerId: customerOf(number * 25).id, status },
    ...{ openedAt: at(number * 25), dueAt: at(number * 25), sortAt: at(number * 25), outcomes: ['approve'] },
    ...{
      closedAt: status === 'open' ? null : at(number * 25 + 1),
      decidedBy: status === 'open' ? null : { id: who, name: '…' },
      votedBy: status === 'open' ? [] : [who],
      decidedAt: status === 'open' ? null : at(number * 25 + 1),
    },
    pause: number % 42 === 0 && status === 'open' ? { since: at(number * 25).toISOString(), reason: '等待备件' } : null,
  };
  return taskRow(caseId, change as never);
}

function aDevice(number: number): object {
  const name = `${KINDS[number % 5] ?? ''}${number % 3 === 0 ? '' : ` ${number}`}`;
  const row = {
    ...{ ...device, _id: `D-n${number}`, ...versioned, customerId: customerOf(number).id, name, assetNumber: '' },
    ...{ serialNumber: `SN${number * 7_919}`, businessSystem: number % 500 === 0 ? '少见系统' : '门诊收费系统' },
    ...{ state: number % 1_000 === 3 ? 'scrapped' : 'in-use', purchasedOn: null, valueInYuan: null, scrappedBy: null },
  };
  return withTerms('devices', row);
}

const versioned = { version: 1, updatedAt: NOW };

function aCustomer(number: number): object {
  const { id, name } = customerOf(number * 20 + 3 + number);
  const row = {
    name: `${name} ${number}`,
    kind: 'core',
    tier: number % 700 === 0 ? 'gold' : 'silver',
    emergencyVisit: 'at-once',
    contacts: [],
    sites: [],
  };
  return withTerms('customers', { _id: `${id}-${number}`, ...versioned, ...row });
}

function aContract(number: number): object {
  const about = { customerId: customerOf(number).id, number: `HT-${number}`, deviceIds: [`D-n${number % 500}`] };
  const row = {
    ...contract,
    ...about,
    tier: number % 700 === 0 ? 'gold' : 'silver',
    calendarId: null,
    limits: [],
    inspectionRoundsPerYear: 0,
  };
  return withTerms('contracts', { _id: `K-n${number}`, ...versioned, ...row });
}

function aUser(number: number): object {
  const grants = [{ role: number % 3 === 0 ? 'customer' : 'engineer', customerId: customerOf(number).id }];
  const keys = [`person:U-p${number}`, ...grants.map(({ role, customerId }) => `role:${role}:${customerId}`)];
  return withTerms('users', {
    ...{
      _id: `U-p${number}`,
      ...versioned,
      username: `p${number}`,
      name: `第${number}人`,
      email: `p${number}@x.example`,
    },
    ...{ phone: '', language: 'zh', passwordHash: '', teamId: `T-n${number % 100}`, managerId: `U-p${number % 30}` },
    ...{ grants, keys, isActive: number % 900 !== 5, leavingUntil: null, isDemo: false },
  });
}

function aTeam(number: number): object {
  return withTerms('teams', {
    _id: `T-n${number}`,
    ...versioned,
    name: `第${number}组`,
    leaderId: `U-p${number % 200}`,
  });
}

// Most are over; a few are to come.
function anAbsence(number: number): object {
  const from = new Date(FIRST + number * 20 * HOUR_IN_MS);
  const to = new Date(from.getTime() + 40 * HOUR_IN_MS);
  return {
    ...{ _id: `L-n${number}`, ...versioned, personId: `U-p${number % 200}`, substituteId: `U-p${(number % 200) + 1}` },
    ...{ from: from.toISOString(), to: to.toISOString(), reason: '', isCancelled: number % 9 === 1 },
  };
}

function anEntry(number: number): object {
  const action = number % 4_000 === 2 ? 'PATCH /teams/{id}' : 'GET /cases/{id}';
  const entry = {
    personId: `U-p${number % 100}`,
    address: '',
    action,
    target: ['C-0001', 'U-li', 'D-0001'][number % 7] ?? 'K-0001',
  };
  const result = number % 6_000 === 2 ? 'not-found' : 'done';
  const details = number % 11 === 1 ? {} : { changes: { name: { from: null, to: '…' } } };
  return {
    _id: number + 1_000,
    at: at(number * 5).toISOString(),
    ...entry,
    result,
    details,
    previousHash: '',
    hash: '',
  };
}

function aMail(number: number): object {
  const recipient = { ...NOBODY, address: 'p1@x.example', language: 'zh' };
  return {
    ...{
      _id: `M-${number}`,
      messageId: `<${number}@x>`,
      caseId: BUSY_CASE,
      taskId: null,
      step: 'wipe',
      kind: 'task-opened',
    },
    ...{ process: 'scrap', subject: '', customerName: null, applicant: NOBODY, recipient, details: {}, dueAt: null },
    ...{ state: 'sent', attempts: [], leaseUntil: null, nextAttemptAt: NOW, createdAt: at(number % 50), sentAt: NOW },
  };
}

function aDocument(number: number): object {
  const file = { kind: 'form', title: '…', fileName: '…', sha256: HASH, sizeInBytes: 1 };
  return { _id: `P-${number}`, caseId: BUSY_CASE, at: NOW, ...file };
}

function aSession(number: number): object {
  const userId = ['U-admin-demo', 'U-zheng', 'U-li', 'U-chen', 'U-he'][number % 5];
  const expiresAt = new Date(Date.now() + HOUR_IN_MS);
  return { _id: `S-${number}`, userId, createdAt: NOW, expiresAt, lastSeenAt: at(number), address: '', agent: '' };
}

// Most are of one step, of one procedure, and nobody's of the demonstration.
function anOverrun(number: number): object {
  const when = at(number * 10);
  const isOfCase = number % 50 === 3;
  const month = when.toISOString().slice(0, 7).replace('-', '');
  const person = ['U-li', 'U-chen', 'U-p7'][number % 900] ?? `U-p${100 + (number % 50)}`;
  return {
    ...{ _id: `O-${number}`, caseId: numberOf(number * 10), process: 'scrap', customerId: customerOf(number).id },
    ...{ about: isOfCase ? 'case' : 'task', name: isOfCase ? 'overall' : number % 800 === 1 ? 'receipt' : 'wipe' },
    ...{ taskId: isOfCase ? null : `T-${number}`, stage: 'wipe', people: [{ id: person, name: '…' }] },
    ...{ budgetInMs: HOUR_IN_MS, time: 'open', at: when, month, calendar: { id: '5x8', version: 1 } },
  };
}
