import type { Browser } from 'playwright-core';
import { startBrowser } from '../harness/chromium';
import { Installation } from '../harness/installation';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

const STEP = 'manager-review';

describe('what several decide together, in the console', () => {
  let h: Installation;
  let browser: Browser;
  beforeAll(async () => {
    [h, browser] = await Promise.all([Installation.start(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await h.stop();
  });

  it('a task tells the rule and who has voted what; who has voted is told so, and the timeline tells it afterwards', async () => {
    const among = ['project-manager', 'deputy-project-manager', 'management'] as const;
    await h.setPolicy({
      panels: { [STEP]: { among: [...among], quorum: { kind: 'count', needed: 2, hasVeto: true } } },
    });
    const caseId = await h.as('li').startsScrap(await h.device({ name: '会签打印机' }));
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('sun').approves(caseId, STEP, { comment: '已无修复价值' });
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.takesUp('项目经理审批', '会签打印机');
    await wang.sees('票签（3 人中须 2 人同意，一票否决）');
    await wang.sees('1 人同意，0 人不同意，还需 1 人同意');
    const card = wang.page.locator('.seats');
    await card.getByText('孙副经理').waitFor();
    await card.getByText('已无修复价值').waitFor();
    expect(await card.getByText('待表决').count()).toBe(2);
    await wang.field('王经理 签字').check();
    await wang.button('同意').click();
    await wang.sees('已提交：同意');
    await wang.opens(`/tasks/${caseId}.${STEP}.1`);
    await wang.sees('2 人同意，0 人不同意（须 2 人同意）');
    await wang.opens(`/cases/${caseId}`);
    await wang.sees('孙副经理 对“项目经理审批”表决：同意');
    await wang.sees('“项目经理审批”表决结束：同意');
    expect(wang.complaints).toEqual([]);
    await wang.closes();
  });
});
