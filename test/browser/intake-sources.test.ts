import type { Browser } from 'playwright-core';
import { seriousFindings } from '../harness/axe';
import { PHONE } from '../harness/chromium';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { Monitoring } from '../harness/monitoring';
import { picture } from '../harness/pictures';
import { WHAT_IS_TOO_WIDE } from '../harness/too-wide';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

const OPTION = '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option';

async function fits({ page }: Visitor): Promise<void> {
  expect(await page.evaluate<string>(WHAT_IS_TOO_WIDE)).toBe('');
  expect(await seriousFindings(page)).toEqual([]);
}

describe('sources of intake, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  const chooses = async ({ page }: Visitor, label: string, name: string) => {
    await page.getByRole('dialog').getByLabel(label, { exact: true }).click();
    await page.keyboard.type(name);
    await page.locator(OPTION).filter({ hasText: name }).first().click();
    await page.locator(OPTION).first().waitFor({ state: 'hidden' });
  };
  const saves = async ({ page }: Visitor) =>
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保 ?存/ })
      .click();
  /** What the dialog shows this once. */
  const told = async ({ page }: Visitor) => {
    const text = (await page.getByTestId('secret').innerText()).trim();
    await page.getByRole('button', { name: '我已保存' }).click();
    await page.getByTestId('secret').waitFor({ state: 'hidden' });
    return text;
  };
  const sends = async (token: string, key: string) =>
    await new Monitoring(() => h.url, token).sends<{ results?: readonly { outcome: string; caseId: string }[] }>({
      ...{ dedupeKey: key, status: 'firing', title: 'CPU 使用率超过 95%' },
    });

  it('an administrator connects a monitoring system, gives it another token, and an alert with that opens a fault', async () => {
    const admin = await Visitor.signsIn(browser, h.url, '演示管理员');
    const { page } = admin;
    await admin.opens('/intake-sources');
    await admin.sees('还没有受理渠道');
    await admin.button('新建').click();
    await page.getByRole('dialog').getByText('监控告警').click();
    await page.getByRole('dialog').getByLabel(/^名称/).fill('机房监控');
    await chooses(admin, '客户', '江州市财政信息中心');
    await picture(page, 'intake-source-new');
    await saves(admin);
    await page.getByTestId('secret').waitFor();
    await picture(page, 'intake-source-secret');
    await fits(admin);
    const first = await told(admin);
    await page.getByRole('heading', { level: 1, name: '机房监控' }).waitFor();
    expect(await page.getByText(first).count()).toBe(0);
    expect((await page.getByTestId('address').innerText()).trim()).toBe(`${h.url}/api/v1/intake/alerts`);
    await page.getByRole('list', { name: '修改记录' }).getByText('演示管理员').waitFor();
    await picture(page, 'intake-source-alerts');
    await fits(admin);

    await admin.button('更换密钥').click();
    await saves(admin);
    const second = await told(admin);
    expect((await sends(first, 'cpu@a')).status).toBe(401);
    const { status, body } = await sends(second, 'cpu@a');
    expect([status, body.results?.[0]?.outcome]).toEqual([200, 'opened']);
    await page.getByRole('link', { name: '由此报来的故障' }).click();
    await admin.sees(body.results?.[0]?.caseId ?? '');

    await page.goBack();
    await page.getByRole('button', { name: /停 ?用/ }).click();
    await page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: /停 ?用/ })
      .click();
    await page.getByRole('button', { name: /启 ?用/ }).waitFor();
    expect((await sends(second, 'cpu@b')).status).toBe(401);
    expect(admin.complaints).toEqual([]);
    await admin.closes();
  });

  it('a public form is made on a phone: its address opens the form, and another address ends it', async () => {
    const admin = await Visitor.signsIn(browser, h.url, '演示管理员', { screen: PHONE });
    const { page } = admin;
    await admin.opens('/intake-sources');
    await admin.button('新建').click();
    await page.getByRole('dialog').getByLabel(/^名称/).fill('财政信息中心报修页面');
    await chooses(admin, '客户', '江州市财政信息中心');
    await page
      .getByRole('dialog')
      .getByLabel(/^服务台联系方式/)
      .fill('400-800-1234');
    await saves(admin);
    await page.getByTestId('secret').waitFor();
    await picture(page, 'intake-source-address-phone');
    await fits(admin);
    const opens = async (address: string) => (await fetch(`${h.url}${new URL(address).pathname}`)).status;
    const first = await told(admin);
    expect(await opens(first)).toBe(200);
    await page.getByRole('heading', { level: 1, name: '财政信息中心报修页面' }).waitFor();
    await admin.settles();
    await picture(page, 'intake-source-form-phone');
    await fits(admin);

    await admin.button('更换地址').click();
    await saves(admin);
    expect(await opens(await told(admin))).toBe(200);
    expect(await opens(first)).toBe(404);
    expect(admin.complaints).toEqual([]);
    await admin.closes();
  });

  it('nobody else has the page', async () => {
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    expect(await wang.page.getByRole('link', { name: '受理渠道' }).count()).toBe(0);
    await wang.closes();
  });
});
