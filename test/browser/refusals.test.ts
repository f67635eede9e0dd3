import type { Browser, Route } from 'playwright-core';
import { openPage } from '../harness/chromium';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

describe('the console, when something stands in the way', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  async function caseForWang(name: string): Promise<string> {
    const caseId = await h.as('li').startsScrap(await h.device({ name }));
    await h.as('chen').submits(caseId, 'receipt');
    return caseId;
  }

  it('asks why before it refuses, confirms what cannot be undone, and sends back to the stage that was chosen', async () => {
    const caseId = await caseForWang('绘图仪');
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.takesUp('项目经理审批', '绘图仪');
    await wang.button('驳回').click();
    await wang.sees('请填写意见');
    await wang.field('意见').fill('请补充厂商鉴定意见');
    await wang.button('退回').click();
    await wang.field('退回到').click();
    await wang.page.locator('.ant-select-item-option').filter({ hasText: '登记' }).click();
    await wang.button('退回').click();
    await wang.page.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await wang.sees('已提交：退回');
    expect((await h.caseRow(caseId)).stage).toBe('register');
    expect(wang.complaints).toEqual([]);
    await wang.closes();
  });

  it('says kindly who was faster', async () => {
    const caseId = await caseForWang('扫描仪');
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.takesUp('项目经理审批', '扫描仪');
    await h.as('wang').approves(caseId, 'manager-review');
    await wang.field('王经理 签字').check();
    await wang.button('同意').click();
    await wang.sees(/这项任务刚刚由王经理办理了/);
    await wang.closes();
  });

  it('sends once, however often one clicks', async () => {
    const li = await Visitor.signsIn(browser, h.url, '李工');
    const caseId = await caseForWang('交换机');
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.takesUp('项目经理审批', '交换机');
    await wang.field('王经理 签字').check();
    const sent: string[] = [];
    wang.page.on('request', (request) => {
      if (request.url().endsWith('/complete')) sent.push(request.headers()['idempotency-key'] ?? '');
    });
    await wang.button('同意').dblclick();
    await wang.sees('已提交：同意');
    expect(sent).toHaveLength(1);
    expect((await h.story(caseId)).filter((line) => line === 'task-completed manager-review')).toHaveLength(1);
    await li.closes();
    await wang.closes();
  });

  it('repeats under the same key while the system is busy, and says so', async () => {
    await caseForWang('防火墙');
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.takesUp('项目经理审批', '防火墙');
    const keys: string[] = [];
    await wang.page.route('**/complete', async (route: Route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      if (keys.length > 2) await route.continue();
      else
        await route.fulfill({
          status: 503,
          headers: { 'retry-after': '1', 'content-type': 'application/problem+json' },
          body: JSON.stringify({ code: 'busy', title: '系统繁忙', status: 503, retryable: true, requestId: 'r' }),
        });
    });
    await wang.field('王经理 签字').check();
    await wang.button('同意').click();
    await wang.sees(/正在用同一编号重试/);
    await wang.sees('已提交：同意');
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(3);
    await wang.closes();
  });

  it('leads from the link of a mail over the sign-in back to the task, and has decided nothing', async () => {
    const caseId = await caseForWang('考勤机');
    const address = `/tasks/${caseId}.manager-review.1`;
    const { page } = await openPage(browser, h.url);
    await page.goto(address);
    await page.getByLabel('用户名').fill('wang');
    await page.getByLabel('密码', { exact: true }).fill('wrong-password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('用户名或密码错误').waitFor();
    await page.getByLabel('密码', { exact: true }).fill('opsflow-demo');
    // The icon of what was under way may still be leaving.
    await page.getByRole('button', { name: /登录$/ }).click();
    await page.getByRole('heading', { level: 1, name: '项目经理审批' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
    expect((await h.caseRow(caseId)).waiting).toMatchObject({ taskId: `${caseId}.manager-review.1` });
    await page.context().close();
  });

  it('speaks English on request, remembers it, and signs out', async () => {
    const feng = await Visitor.signsIn(browser, h.url, '冯 PMO');
    await feng.page.getByRole('button', { name: 'English' }).click();
    await feng.page.getByRole('heading', { level: 1, name: 'My tasks' }).waitFor();
    await feng.opens('/cases');
    await feng.sees('Cases');
    expect((await h.db.users.findOne({ username: 'feng' }).lean())?.language).toBe('en');
    await feng.page.getByTestId('person').click();
    await feng.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await feng.page.getByRole('heading', { level: 1, name: 'Opsflow' }).waitFor();
    await feng.page.goto('/cases');
    await feng.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await feng.closes();
  });
});
