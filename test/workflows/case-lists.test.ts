import { scrapProcess } from '../../models/contracts/scrap';
import type { Deadline } from '../../models/contracts/policy';
import { Installation } from '../harness/installation';
import { refused, standing } from './refusals';

interface Line {
  readonly id: string;
  readonly seq?: number;
  readonly caseId: string;
  readonly startedAt: string;
  readonly closedAt: string;
}
interface Page {
  readonly items: readonly Line[];
  readonly nextCursor: string | null;
}

const { deadlines } = scrapProcess.policy;
const days = (count: number): Deadline => ({ budgetInMs: count * 86_400_000, time: 'open', ladder: [] });

describe('lists that are read a page at a time', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  /** Every page of a list; before each page but the first, something happens. */
  async function pagesOf(who: string, list: string, meanwhile: (page: number) => Promise<unknown> = async () => null) {
    const pages: (readonly Line[])[] = [];
    for (let after = ''; ;) {
      const { status, body } = await h.as(who).get<Page>(`${list}${after}`);
      expect(status).toBe(200);
      pages.push(body.items);
      if (body.nextCursor === null) return pages;
      after = `&after=${body.nextCursor}`;
      await meanwhile(pages.length);
    }
  }
  const starts = async (who = 'li') => await h.as(who).startsScrap(await h.device());
  const idsOf = (pages: readonly (readonly Line[])[]) => pages.flat().map(({ id }) => id);

  describe('the cases', () => {
    it('come newest first, each once, however many are started meanwhile; those are on a fresh first page', async () => {
      const cases: string[] = [];
      for (let count = 0; count < 5; count += 1) cases.unshift(await starts());
      const later: string[] = [];
      const pages = await pagesOf('li', '/cases?limit=2', async () => later.unshift(await starts('zhao')));
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      expect(idsOf(pages)).toEqual(cases);
      expect(idsOf(await pagesOf('li', '/cases?limit=3'))).toEqual([...later, ...cases]);
    });

    it('of one instant come each once too', async () => {
      const { modifiedCount } = await h.db.cases.updateMany(
        {},
        { $set: { startedAt: new Date('2026-11-21T00:00:00Z') } },
      );
      const ids = idsOf(await pagesOf('li', '/cases?limit=2'));
      expect(ids).toHaveLength(modifiedCount);
      expect(ids).toEqual([...ids].sort().reverse());
    });

    it('are as many as fit, and no cursor is left when the last page is full', async () => {
      const { body } = await h.as('li').get<Page>('/cases');
      expect(body.nextCursor).toBeNull();
      const whole = await h.as('li').get<Page>(`/cases?limit=${body.items.length}`);
      expect([whole.body.items.length, whole.body.nextCursor]).toEqual([body.items.length, null]);
    });

    it('are filtered by state, process, customer, applicant and whether they need attention', async () => {
      const mine = await starts();
      const [withdrawn, troubled] = [await starts('zhao'), await starts('zhao')];
      await h.as('zhao').post(`/cases/${withdrawn}/withdraw`, { reason: '已修复' });
      await h.ended(withdrawn);
      const attention = { code: 'diverged', detail: '…', since: new Date() } as const;
      await h.db.cases.updateOne({ _id: troubled }, { $set: { attention } });
      const found = async (filter: string) => idsOf(await pagesOf('zhao', `/cases?limit=200${filter}`));
      const all = await found('');
      expect(all).toEqual(expect.arrayContaining([mine, withdrawn, troubled]));
      expect(await found('&state=withdrawn')).toEqual([withdrawn]);
      expect(await found('&needsAttention=true')).toEqual([troubled]);
      expect(await found('&needsAttention=false')).toEqual(all.filter((id) => id !== troubled));
      expect(await found('&applicant=me')).toEqual(expect.arrayContaining([withdrawn, troubled]));
      expect(await found('&applicant=me')).not.toContain(mine);
      expect(await found('&state=withdrawn&applicant=me&process=scrap&customer=C-0001')).toEqual([withdrawn]);
      expect(await found('&process=fault')).toEqual([]);
      expect(await found('&customer=C-0002')).toEqual([]);
      await h.db.cases.updateOne({ _id: troubled }, { $set: { attention: null } });
    });

    it('go on under the same filter only', async () => {
      const { body } = await h.as('li').get<Page>('/cases?limit=1&state=open');
      const next = `&after=${body.nextCursor}`;
      expect((await h.as('li').get(`/cases?limit=2&state=open${next}`)).status).toBe(200);
      for (const other of ['', '&state=completed', '&state=open&applicant=me'])
        await refused(h, async () => await h.as('li').get(`/cases?limit=1${other}${next}`), 'invalid-input', '/after');
    });
  });

  describe('an inbox', () => {
    it('has first what is due first, and last what has no deadline', async () => {
      const { receipt: _, ...others } = deadlines;
      const due: Record<string, string> = {};
      for (const [name, receipt] of Object.entries({ never: null, later: days(9), soon: days(1), between: days(5) })) {
        await h.setPolicy({ deadlines: receipt ? { ...others, receipt } : others });
        due[name] = `${await starts()}.receipt.1`;
      }
      await h.setPolicy({});
      const ids = idsOf(await pagesOf('chen', '/tasks?limit=3'));
      expect(ids.filter((id) => Object.values(due).includes(id))).toEqual([
        due.soon,
        due.between,
        due.later,
        due.never,
      ]);
      expect(ids[0]).toBe(due.soon);
      expect(ids.at(-1)).toBe(due.never);
    });

    it('shows each task once while tasks before the page are done and new ones arrive', async () => {
      const tasks = idsOf(await pagesOf('chen', '/tasks?limit=200'));
      const pages = await pagesOf('chen', '/tasks?limit=3', async (page) => {
        await h.as('chen').submits(tasks[page]?.split('.')[0] ?? '', 'receipt');
        await h.setPolicy({ deadlines: { ...deadlines, receipt: days(0.1) } });
        await starts();
      });
      await h.setPolicy({});
      expect(pages.length).toBeGreaterThan(2);
      expect(idsOf(pages)).toEqual(tasks);
    });

    it('shows each task once when all are due at one instant', async () => {
      await h.db.tasks.updateMany({ status: 'open' }, { $set: { sortAt: new Date('2026-12-01T00:00:00Z') } });
      const ids = idsOf(await pagesOf('chen', '/tasks?limit=2'));
      expect(ids).toEqual([...new Set(ids)].sort());
      expect(ids).toEqual(idsOf(await pagesOf('chen', '/tasks?limit=200')));
    });

    it('shows what I decided, the latest first, while I decide more; a case or customer may be picked out', async () => {
      const decided = async (rest = '') => idsOf(await pagesOf('chen', `/tasks?limit=200&view=decided${rest}`));
      const before = await decided();
      const [first, second] = [await starts(), await starts()];
      await h.as('chen').submits(first, 'receipt');
      await h.as('chen').submits(second, 'receipt');
      expect(await decided()).toEqual([`${second}.receipt.1`, `${first}.receipt.1`, ...before]);
      const more = await starts();
      const pages = await pagesOf('chen', '/tasks?limit=2&view=decided', async (page) => {
        if (page === 1) await h.as('chen').submits(more, 'receipt');
      });
      expect(idsOf(pages)).toEqual([`${second}.receipt.1`, `${first}.receipt.1`, ...before]);
      expect(await decided(`&case=${first}`)).toEqual([`${first}.receipt.1`]);
      expect(await decided('&customer=C-0001&process=scrap')).toHaveLength(before.length + 3);
      expect(await decided('&customer=C-0002')).toEqual([]);
      expect(await decided('&process=fault')).toEqual([]);
      expect(idsOf(await pagesOf('wang', '/tasks?limit=200&view=decided'))).toEqual([]);
      expect(idsOf(await pagesOf('chen', '/tasks?limit=200'))).not.toContain(`${first}.receipt.1`);
    });
  });

  describe('a journal', () => {
    it('is read line by line while it grows, without a gap', async () => {
      const caseId = await starts();
      const steps = [
        async () => await h.as('chen').submits(caseId, 'receipt'),
        async () => await h.as('wang').approves(caseId, 'manager-review'),
        async () => await h.as('chen').rejects(caseId, 'department-review', '不同意'),
        async () => await h.ended(caseId),
      ];
      const pages = await pagesOf('li', `/cases/${caseId}/journal?limit=2`, async (page) => await steps[page - 1]?.());
      const lines = pages.flat().map(({ seq }) => seq);
      expect(lines).toEqual(lines.map((_, index) => index + 1));
      expect(lines).toHaveLength((await h.caseRow(caseId)).journalHead.seq);
    });
  });

  it('are read, and nothing changes by it', async () => {
    const before = await standing(h);
    for (const who of ['li', 'chen', 'zheng', 'qian'])
      for (const list of ['/cases?limit=3', '/tasks?limit=3', '/tasks?limit=3&view=decided']) await pagesOf(who, list);
    expect(await standing(h)).toEqual(before);
  });
});
