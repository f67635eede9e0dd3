import { scrapProcess } from '../../models/contracts/scrap';
import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();

const { policy } = scrapProcess;
const changed = { ...policy, amounts: { 'finance-from-yuan': 5_000 } };

const DAY_IN_MS = 86_400_000;
const withBudget = (budgetInMs: number) => ({
  ...policy,
  deadlines: { ...policy.deadlines, receipt: { budgetInMs, time: 'open', ladder: [] } },
});
const ofCase = (budgetInMs: number) => ({
  ...policy,
  caseDeadlines: { overall: { budgetInMs, time: 'open', ladder: [] } },
});

async function put(username: string, body: unknown, ifMatch?: string) {
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  return await api.as(username).send('PUT', '/policies/scrap', body, { headers });
}

test('a policy is read by staff, not on the customer side, and is version 0 as shipped', async () => {
  const { status, body, headers } = await api.as('li').get('/policies/scrap');
  expect([status, headers.get('etag')]).toEqual([200, '"0"']);
  expect(body).toEqual({ process: 'scrap', version: 0, policy, shipped: policy });
  expect((await api.as('chen').get('/policies/scrap')).status).toBe(403);
  expect((await api.as('li').get('/policies/unknown')).status).toBe(404);
});

test('a policy is set by administrators, each change on the version that they read', async () => {
  expect((await put('feng', changed, '"0"')).status).toBe(403);
  expect((await put('admin-demo', changed)).status).toBe(428);
  const both = await Promise.all([put('admin-demo', changed, '"0"'), put('admin-demo', changed, '"0"')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await put('admin-demo', policy, '"0"')).status).toBe(412);
  const again = await put('admin-demo', policy, '"1"');
  expect([again.status, again.headers.get('etag')]).toEqual([200, '"2"']);
  expect((await api.as('li').get('/policies/scrap')).body).toMatchObject({ version: 2, policy });
  expect((await api.accesses()).at(-1)).toMatchObject({ action: 'PUT /policies/{process}', target: 'scrap' });
});

test.each([
  [
    'a deadline of no step',
    { ...policy, deadlines: { ...policy.deadlines, nowhere: policy.deadlines.amend } },
    '/deadlines/nowhere',
  ],
  ['an amount that nothing asks for', { ...policy, amounts: { ...policy.amounts, other: 1 } }, '/amounts/other'],
  ['an amount missing', { ...policy, amounts: {} }, '/amounts/finance-from-yuan'],
  [
    'an operator for an amount',
    { ...policy, amounts: { 'finance-from-yuan': { $gt: 0 } } },
    '/amounts/finance-from-yuan',
  ],
  [
    'a whole case handed to somebody',
    {
      ...policy,
      caseDeadlines: {
        overall: {
          workingDays: 20,
          time: 'open',
          ladder: [{ atPercent: 100, does: 'hand-over', to: 'project-manager' }],
        },
      },
    },
    '/caseDeadlines/overall/ladder/0/does',
  ],
  ['a step on duty that it has not', { ...policy, onDuty: { nowhere: { team: 'T-0001' } } }, '/onDuty/nowhere'],
  ['a team on duty that there is not', { ...policy, onDuty: { wipe: { team: 'T-none' } } }, '/onDuty/wipe/team'],
  ['the applicant’s own step on duty', { ...policy, onDuty: { amend: { team: 'T-0001' } } }, '/onDuty/amend'],
  ['an approval on duty', { ...policy, onDuty: { 'manager-review': { team: 'T-0001' } } }, '/onDuty/manager-review'],
  [
    'an approval of the customer’s side on duty',
    { ...policy, onDuty: { 'department-review': { team: 'T-0001' } } },
    '/onDuty/department-review',
  ],
  ['work of the customer’s side on duty', { ...policy, onDuty: { receipt: { team: 'T-0001' } } }, '/onDuty/receipt'],
  [
    'a call where nobody is on duty',
    {
      ...policy,
      deadlines: { wipe: { workingDays: 1, time: 'open', ladder: [{ atPercent: 50, does: 'call-next' }] } },
    },
    '/deadlines/wipe/ladder/0/does',
  ],
  [
    'a case that ends because nobody acknowledges',
    {
      ...policy,
      onDuty: {
        wipe: {
          team: 'T-0001',
          acknowledge: { budgetInMs: 60_000, time: 'open', ladder: [{ atPercent: 100, does: 'expire' }] },
        },
      },
    },
    '/onDuty/wipe/acknowledge/ladder/0/does',
  ],
  [
    'a deadline of two budgets',
    { ...policy, deadlines: { amend: { ...policy.deadlines.amend, budgetInMs: 60_000 } } },
    '/deadlines/amend/workingDays',
  ],
  ['a name of its own', { ...policy, color: 'red' }, '/color'],
  ['a budget of 0', withBudget(0), '/deadlines/receipt/budgetInMs'],
  ['a budget below 0', withBudget(-60_000), '/deadlines/receipt/budgetInMs'],
  ['a budget of a century', withBudget(36_525 * DAY_IN_MS), '/deadlines/receipt/budgetInMs'],
  ['a part of a millisecond', withBudget(1_000.5), '/deadlines/receipt/budgetInMs'],
  ['a budget of a century for the whole case', ofCase(36_525 * DAY_IN_MS), '/caseDeadlines/overall/budgetInMs'],
])('a policy with %s is refused', async (_, body, pointer) => {
  const answer = await put('admin-demo', body, '"2"');
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([{ pointer }]);
  expect((await api.as('li').get('/policies/scrap')).body).toMatchObject({ version: 2, policy });
});
