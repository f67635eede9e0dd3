import { CALLBACK_RESULTS } from '../../models/contracts/callback-register';
import { apiForThisFile } from './api-under-test';
import { BUSY_CASE, CASES, fillWithCases } from './hundred-thousand';
import { listsOfDocument, requestsOf, type List } from './list-requests';
import { Reads, type Read } from './reads';

const api = apiForThisFile();
const LIMIT = 25;
// The rows of a page, and some that are passed over because they lack the rest of what is asked for.
const MOST_DOCUMENTS = 10 * LIMIT;
// Of two filters the index answers one; of what that finds, up to one case in a hundred is compared with the other.
const MOST_OF_TWO = CASES / 100;
const MOST_SORTED = 200;

const TEN_DAYS_IN_MS = 10 * 86_400_000;

/** Values of the filters: what many rows have, what few have, what none has; of one list where its address stands before it. */
const SAMPLES = {
  q: ['打印机', 'caizheng', '印机 惠普', 'dyj', 'hp404', 'BF-20201', '0001', 'p77', '没有这个'],
  process: ['scrap', 'fault'],
  stage: ['finance-review', 'archive', 'nowhere'],
  customer: ['C-0001', 'C-0002', 'C-0100', 'C-none'],
  device: ['D-n77', 'D-none'],
  applicant: ['me', 'U-p9'],
  mine: ['true'],
  startedFrom: ['2021-01-01T00:00:00Z', '2030-01-01T00:00:00Z'],
  startedBefore: ['2021-02-01T00:00:00Z'],
  dueBefore: ['2020-02-01T00:00:00Z', '2030-01-01T00:00:00Z'],
  needsAttention: ['true', 'false'],
  breached: ['true', 'false'],
  overdue: ['true', 'false'],
  paused: ['true', 'false'],
  unread: ['true', 'false'],
  case: [BUSY_CASE],
  role: ['engineer', 'customer', 'hr'],
  businessSystem: ['少见系统', '门诊收费系统'],
  '/complaints month': ['2024-10', '2020-01', '2026-10'],
  '/callbacks month': ['2024-10', '2020-01', '2026-10'],
  '/callbacks result': [...CALLBACK_RESULTS],
  '/faults month': ['2024-10', '2020-01', '2026-10'],
  level: ['1', '2'],
  urgency: ['critical', 'other'],
  class: ['disaster', 'severe'],
  engineer: ['U-p7', 'U-none'],
  year: ['2021', '2026'],
  counted: ['true', 'false'],
  dissatisfied: ['true', 'false'],
  team: ['T-n7'],
  manager: ['U-p7'],
  leader: ['U-p7'],
  isActive: ['false', 'true'],
  person: ['U-p7', 'U-none'],
  action: ['PATCH /teams/{id}', 'GET /cases/{id}'],
  target: ['C-0001', 'nowhere'],
  result: ['not-found', 'done'],
  from: ['2021-01-01T00:00:00Z'],
  to: ['2020-02-01T00:00:00Z'],
  // A span has its end behind its beginning, and is of about now.
  '/cutovers from': [new Date(Date.now() - TEN_DAYS_IN_MS).toISOString()],
  '/cutovers to': [new Date(Date.now() + TEN_DAYS_IN_MS).toISOString()],
  month: ['2026-10', '2020-01'],
  step: ['wipe', 'receipt', 'nowhere'],
  clock: ['overall', 'wipe'],
  substitute: ['U-p7', 'U-none'],
  led: ['true'],
  since: ['2020-02-01T00:00:00Z', '2030-01-01T00:00:00Z'],
  kinds: ['cases', 'devices,people'],
};

/** A record with many of what the lists below it show. */
const RECORDS: Readonly<Record<string, string>> = {
  '/cases/{id}': BUSY_CASE,
  '/customers/{id}': 'C-0001',
  '/contracts/{id}': 'K-0001',
  '/devices/{id}': 'D-0001',
  '/users/{id}': 'U-li',
  '/teams/{id}': 'T-0001',
};

/** Requests that may read more, and how much. */
const MAY_READ: Readonly<Record<string, number>> = {
  // Whoever sees one customer's people only has everybody with the role compared.
  '/users?role=customer': 1_000,
};

const LISTS = listsOfDocument(SAMPLES);

beforeAll(async () => await fillWithCases(api.db), 240_000);

// Who sees all, staff of one customer with a share of the cases, and a person on that customer's side.
test.each([
  ['admin-demo', 'each two filters'],
  ['zheng', 'each filter'],
  ['li', 'each two filters'],
  ['chen', 'each filter'],
])(
  `among ${CASES} cases %s has every list answered from an index, with %s`,
  async (who, extent) => {
    const reads = new Reads(api);
    await reads.begin();
    const asked = LISTS.flatMap((list) =>
      requestsOf(list, extent === 'each filter' ? 1 : 2).map((query) => ({ list, query })),
    );
    for (const { list, query } of asked) await ask(reads, who, list, query);
    const made = await reads.end();
    expect(made.size).toBeGreaterThan(LISTS.length);
    expect([...made].flatMap(([request, some]) => some.flatMap((read) => faultIn(request, read)))).toEqual([]);
  },
  240_000,
);

// Who leads one customer sees complaints of others that they acted on.
test('and so has the register of complaints of who leads one customer', async () => {
  const reads = new Reads(api);
  await reads.begin();
  for (const list of LISTS.filter(({ path }) => path === '/complaints'))
    for (const query of requestsOf(list, 2)) await ask(reads, 'wang', list, query);
  const made = await reads.end();
  expect(made.size).toBeGreaterThan(50);
  expect([...made].flatMap(([request, some]) => some.flatMap((read) => faultIn(request, read)))).toEqual([]);
}, 240_000);

/** Asks for the first page, and for the second where there is one. */
async function ask(reads: Reads, who: string, { path, isPaged }: List, query: string): Promise<void> {
  const address = path.replace(/^.*\{\w+\}/, (record) => record.replace(/\{\w+\}/, RECORDS[record] ?? 'unknown'));
  const request = `${address}?${[query, ...(isPaged ? [`limit=${LIMIT}`] : [])].filter(Boolean).join('&')}`;
  await reads.belongTo(request);
  const { status, body } = await api.as(who).get<{ nextCursor?: string | null }>(request);
  // Who may not see it is refused from an index as well.
  if (![200, 403, 404].includes(status)) throw new Error(`${request}: ${status} ${JSON.stringify(body)}`);
  if (body.nextCursor && !query.includes('&')) await api.as(who).get(`${request}&after=${body.nextCursor}`);
}

function faultIn(request: string, { plan, documents, isSorted, collection }: Read): string[] {
  const [address, query = ''] = request.split(/[?]/);
  const filters = query.split('&').filter((part) => !part.startsWith('limit='));
  const most = MAY_READ[`${address}?${filters.join('&')}`] ?? (filters.length > 1 ? MOST_OF_TWO : MOST_DOCUMENTS);
  const told = `${decodeURIComponent(request)} reads ${collection} by ${plan}`;
  if (plan.includes('COLLSCAN')) return [told];
  if (documents > most) return [`${told}: ${documents} rows`];
  return isSorted && documents > MOST_SORTED ? [`${told}: sorts ${documents} rows`] : [];
}
