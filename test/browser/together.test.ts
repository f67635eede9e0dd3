import type { Browser } from 'playwright-core';
import { seriousFindings } from '../harness/axe';
import { PHONE } from '../harness/chromium';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { picture } from '../harness/pictures';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

const STEP = 'manager-review';

describe('several tasks at once, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  async function waitingForWang(...devices: readonly string[]): Promise<readonly string[]> {
    const begun: string[] = [];
    for (const name of devices) {
      const caseId = await h.as('li').startsScrap(await h.device({ name }));
      await h.as('chen').submits(caseId, 'receipt');
      begun.push(caseId);
    }
    return begun;
  }
  async function deciders(caseId: string): Promise<readonly string[]> {
    const { body } = await h
      .as('wang')
      .get<{ items: { kind: string; by: { id: string } | null }[] }>(`/cases/${caseId}/journal?limit=200`);
    return body.items.flatMap(({ kind, by }) => (kind === 'vote-cast' && by ? [by.id] : []));
  }
  const choose = async (who: Visitor, device: string) =>
    await who.page.getByRole('checkbox', { name: new RegExp(`选择“项目经理审批.*${device}`) }).check();

  it('are approved by one answer; what somebody else decided meanwhile is told, and nothing is decided twice', async () => {
    await h.setPolicy({
      panels: {
        [STEP]: { among: ['project-manager', 'deputy-project-manager'], quorum: { kind: 'any', hasVeto: false } },
      },
    });
    const devices = ['批量甲', '批量乙', '批量丙', '批量丁'] as const;
    const [first, second, third, fourth] = await waitingForWang(...devices);
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.opens('/tasks');
    for (const device of devices) await choose(wang, device);
    await wang.sees('已选 4 项');
    await picture(wang.page, 'together-chosen-desk');
    await h.as('sun').approves(fourth!, STEP);
    await wang.button('批量办理').click();
    const dialog = wang.page.getByRole('dialog');
    await dialog.getByText('将一起办理（3）').waitFor();
    const alone = dialog.getByRole('list', { name: '不能一起办理（1）' });
    expect(await alone.innerText()).toMatch(/批量丁[^]*已办结/);
    expect(await seriousFindings(wang.page)).toEqual([]);
    await dialog.getByRole('button', { name: '同意（3 项）' }).click();
    await dialog.getByText('请签字确认').waitFor();
    await dialog.getByLabel('王经理 对这 3 项签字').check();
    await dialog.getByLabel('意见', { exact: true }).fill('批量同意');
    await picture(wang.page, 'together-dialog-desk');
    await h.as('sun').approves(third!, STEP);
    await dialog.getByRole('button', { name: '同意（3 项）' }).click();
    await dialog.getByText('已办理 2 项，未获接受 1 项，剩余 0 项').waitFor();
    expect(await dialog.getByRole('listitem').filter({ hasText: '批量丙' }).innerText()).toMatch(
      /未获接受[^]*任务已办结/,
    );
    expect(await seriousFindings(wang.page)).toEqual([]);
    await picture(wang.page, 'together-done-desk');
    await dialog
      .getByRole('button', { name: /关 ?闭/ })
      .last()
      .click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await Promise.all([first, second, third, fourth].map(async (id) => await deciders(id!)))).toEqual([
      ['U-wang'],
      ['U-wang'],
      ['U-sun'],
      ['U-sun'],
    ]);
    await wang.opens(`/tasks/${first!}.${STEP}.1`);
    await wang.sees('批量同意');
    expect(wang.complaints.filter((one) => !one.includes('409'))).toEqual([]);
    await wang.closes();
  });

  it('on a phone they are chosen from a list; what the system was too busy for is sent again under its key', async () => {
    await h.setPolicy({});
    const [first, second] = await waitingForWang('手机甲', '手机乙');
    const wang = await Visitor.signsIn(browser, h.url, '王经理', { screen: PHONE });
    const keys: string[] = [];
    const isBusy = { now: true };
    await wang.page.route(`**/api/v1/tasks/${first!}.*/complete`, async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      if (!isBusy.now) return void (await route.continue());
      const problem = { type: 'about:blank', title: '系统繁忙', status: 503, code: 'busy', retryable: true };
      return void (await route.fulfill({
        ...{ status: 503, headers: { 'retry-after': '0' }, contentType: 'application/problem+json' },
        body: JSON.stringify({ ...problem, instance: '', requestId: 'r-1' }),
      }));
    });
    await wang.opens('/tasks');
    await wang.button('多选').click();
    await choose(wang, '手机甲');
    await choose(wang, '手机乙');
    expect(await seriousFindings(wang.page)).toEqual([]);
    await picture(wang.page, 'together-chosen-phone');
    await wang.button('批量办理').click();
    const dialog = wang.page.getByRole('dialog');
    await dialog.getByLabel('王经理 对这 2 项签字').check();
    await dialog.getByRole('button', { name: '同意（2 项）' }).click();
    await dialog.getByText('已办理 1 项，未获接受 0 项，剩余 1 项').waitFor();
    await dialog.getByText('暂未完成，可重试').waitFor();
    await picture(wang.page, 'together-left-phone');
    isBusy.now = false;
    await dialog.getByRole('button', { name: '继续办理剩余 1 项' }).click();
    await dialog.getByText('已办理 2 项，未获接受 0 项，剩余 0 项').waitFor();
    expect([keys.length > 1, new Set(keys).size]).toEqual([true, 1]);
    for (const caseId of [first!, second!]) {
      const { body } = await h.as('wang').get(`/tasks/${caseId}.${STEP}.1`);
      expect(body).toMatchObject({ status: 'completed', outcome: 'approve', decidedBy: { id: 'U-wang' } });
    }
    await wang.closes();
  });
});

describe('common opinions, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  it('are suggested, put in, kept, ordered, and then at hand wherever one says why', async () => {
    const caseId = await h.as('li').startsScrap(await h.device({ name: '意见打印机' }));
    await h.as('chen').submits(caseId, 'receipt');
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.takesUp('项目经理审批', '意见打印机');
    await wang.button('常用意见').focus();
    await wang.page.keyboard.press('Enter');
    await wang.button('填入“情况属实，同意”').focus();
    await wang.page.keyboard.press('Enter');
    const comment = wang.field('意见');
    expect(await comment.inputValue()).toBe('情况属实，同意');
    // The cursor stands after it.
    await wang.page.keyboard.type('，请尽快处理');
    expect(await comment.inputValue()).toBe('情况属实，同意，请尽快处理');
    expect(await seriousFindings(wang.page)).toEqual([]);
    await picture(wang.page, 'phrases-task-desk');
    await wang.button('存为常用意见').click();
    await wang.sees('已存为常用意见');

    await wang.opens('/me');
    expect(await wang.field('第 1 条常用意见').inputValue()).toBe('情况属实，同意，请尽快处理');
    await wang.button('添加一条').click();
    await wang.field('第 2 条常用意见').fill(' 请补充鉴定意见 ');
    await wang.button('第 2 条上移').click();
    await wang.button('添加一条').click();
    await wang.field('第 3 条常用意见').fill('请补充鉴定意见');
    await wang.button('保存常用意见').click();
    await wang.sees('同一常用意见出现了两次');
    await wang.button('删除第 3 条').click();
    // The sign of what was under way may still be going, and is part of the name until then.
    await wang.page.getByRole('button', { name: /保存常用意见$/ }).click();
    await wang.sees('已保存');
    await picture(wang.page, 'phrases-me-desk');
    expect((await h.as('wang').get('/me')).body.phrases).toEqual(['请补充鉴定意见', '情况属实，同意，请尽快处理']);
    expect(await seriousFindings(wang.page)).toEqual([]);

    await wang.opens(`/tasks/${caseId}.${STEP}.1`);
    await wang.button('转办').click();
    const dialog = wang.page.getByRole('dialog');
    await dialog.getByRole('button', { name: '常用意见' }).click();
    await dialog.getByRole('button', { name: '填入“请补充鉴定意见”' }).click();
    expect(await dialog.getByLabel('原因', { exact: true }).inputValue()).toBe('请补充鉴定意见');
    expect(await seriousFindings(wang.page)).toEqual([]);
    expect(wang.complaints.filter((one) => !one.includes('422'))).toEqual([]);
    await wang.closes();
  });
});
