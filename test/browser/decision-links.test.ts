import type { Browser, Page } from 'playwright-core';
import { ByLink, tokenIn } from '../harness/by-link';
import { seriousFindings } from '../harness/axe';
import { openPage, PHONE } from '../harness/chromium';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { drawsInto, NAME } from '../harness/hand';
import { picture } from '../harness/pictures';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

describe('the link of a mail, on the phone of somebody without an account', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));
  beforeAll(async () => {
    await h.db.users.updateOne({ username: 'chen' }, { $set: { passwordHash: '' } });
  });

  /** A case that waits for 陈科长 to approve it, and the address in the mail. */
  async function inReview(): Promise<{ caseId: string; address: string }> {
    const caseId = await h.as('li').startsScrap(await h.device({ name: '惠普打印机' }));
    const receipt = ByLink.of(() => h.url, await h.mails.expect('chen', '【待办】', caseId));
    const form = { receivedOn: '2026-11-20', place: 'A-03', condition: '齐全', signature: true };
    expect((await receipt.decides('submit', { form })).status).toBe(200);
    await h.as('wang').approves(caseId, 'manager-review', { comment: '同意报废，请主管部门审批' });
    return { caseId, address: `/decide/${tokenIn(await h.mails.expect('chen', '【待办】', caseId))}` };
  }

  const sees = async (page: Page, text: string | RegExp) => await page.getByText(text).first().waitFor();
  const fits = async (page: Page) =>
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);

  it('shows what it is about, decides by the button, and says so when it is opened again', async () => {
    const { caseId, address } = await inReview();
    const { page, context, complaints } = await openPage(browser, h.url, { screen: PHONE });
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: /主管部门审批.*惠普打印机/ }).waitFor();
    await sees(page, '同意报废，请主管部门审批');
    await sees(page, /陈科长，您好/);
    await sees(page, /惠普打印机（SN/);
    await fits(page);
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, 'decide-phone');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '检测报告.txt' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('检测报告.txt');
    expect((await h.caseRow(caseId)).stage).toBe('department-review');

    const agree = page.getByRole('button', { name: '同意', exact: true });
    const confirms = async (outcome: string) =>
      await page.getByRole('dialog').getByRole('button', { name: outcome, exact: true }).click();
    await sees(page, '驳回、退回时须填写意见');
    await page.locator('.signature-hint').getByText('请在框内签名').waitFor();
    await agree.click();
    // What is missing is marked: the drawing, not the name, which is there.
    await sees(page, '请手写签名或键入姓名');
    await page.locator('.signature-wrong').waitFor();
    expect(await page.locator('.signing .ant-input-status-error').count()).toBe(0);
    await picture(page, 'unsigned-phone');
    const pad = page.getByRole('img', { name: '手写签名区：请在框内签名' });
    await drawsInto(page, pad, [[[0.5, 0.5]]]);
    expect(await page.locator('.signature-hint').count()).toBe(0);
    await agree.click();
    await sees(page, '签名太短，请写下完整签名');
    await page.getByRole('button', { name: '重写' }).click();
    await drawsInto(page, pad, NAME);
    await page.getByRole('img', { name: '手写签名区：已签名' }).waitFor();
    await fits(page);
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, 'sign-phone');
    await agree.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/主管部门审批 · 惠普打印机.*提交后不能更改/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, 'confirm-phone');
    await dialog.getByRole('button', { name: /取 ?消/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await h.caseRow(caseId)).stage).toBe('department-review');
    await agree.click();
    await confirms('同意');
    await sees(page, '您已办理：同意');
    expect((await h.caseRow(caseId)).stage).not.toBe('department-review');
    const task = await h.db.tasks.findById(`${caseId}.department-review.1`).lean();
    const { signature } = task!.decision!.form as { signature: { name: string; strokes: number[][][] } };
    expect(signature).toMatchObject({ kind: 'drawn', name: '陈科长' });
    expect(signature.strokes).toHaveLength(NAME.length);
    // Staff see the drawing on the task's page.
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.opens(`/tasks/${caseId}.department-review.1`);
    await wang.page.getByRole('img', { name: '陈科长 的手写签名' }).waitFor();
    expect(await seriousFindings(wang.page)).toEqual([]);
    await wang.page.getByRole('img', { name: '陈科长 的手写签名' }).scrollIntoViewIfNeeded();
    await picture(wang.page, 'signed-desk');
    await wang.closes();
    await page.reload();
    await sees(page, '您已办理：同意');
    await fits(page);
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, 'decided-phone');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('in English too, and a link that is over says what to do', async () => {
    const { caseId, address } = await inReview();
    await h.db.users.updateOne({ username: 'chen' }, { $set: { language: 'en' } });
    const { page, context } = await openPage(browser, h.url, { screen: PHONE });
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: /Competent department's approval/ }).waitFor();
    await sees(page, /this page is for you alone/);
    // The console of whoever uses this browser else speaks as it did.
    expect(await page.evaluate("localStorage.getItem('opsflow.language')")).toBeNull();
    expect(await seriousFindings(page)).toEqual([]);
    await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '设备已修好' });
    // Without a finger: by keyboard alone.
    await page.getByRole('button', { name: 'Cannot draw? Type your name' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name of the signer').fill('Chen Dawen');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await sees(page, 'This is no longer asked of you');
    // Nobody is known by such a link: the browser's language.
    await page.goto(`/decide/${'a'.repeat(43)}`);
    await sees(page, '链接无效');
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, 'link-over');
    await context.close();
    await h.db.users.updateOne({ username: 'chen' }, { $set: { language: 'zh' } });
  });
});
