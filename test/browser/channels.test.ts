import type { Browser } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { seriousFindings } from '../harness/axe';
import { DESK, PHONE } from '../harness/chromium';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { picture } from '../harness/pictures';
import { Visitor } from '../harness/visitor';
import { HookServer } from '../workflows/hook-server';
import { MailServer } from '../workflows/mail-server';

jest.setTimeout(300_000);

const LOOKS = [
  { look: 'desk', screen: DESK },
  { look: 'phone', screen: PHONE },
] as const;

describe('the channels that people read, in the console', () => {
  let h: Installation;
  let browser: Browser;
  const hook = new HookServer();
  const smtp = new MailServer();
  inABrowser(
    (looked) => ({ h, browser } = looked),
    async () => {
      await Promise.all([hook.listen(), smtp.listen()]);
      smtp.manners.toRecipient = (address) =>
        address.startsWith('wang@') ? { code: 550, says: '5.1.1 no such user here' } : 'accept';
      return { SECRETS_KEY: 'a key for the secrets of a browser', WEBHOOK_ALLOWED: '127.0.0.1', SMTP_URL: smtp.url };
    },
  );
  afterAll(async () => await Promise.all([hook.stop(), smtp.stop()]));

  const saves = async ({ page }: Visitor) =>
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保 ?存/ })
      .click();

  it('an administrator adds a webhook, keeps its secret, tests it, sees why it failed, and sends it again', async () => {
    const admin = await Visitor.signsIn(browser, h.url, '演示管理员');
    const { page } = admin;
    await admin.opens('/webhooks');
    await admin.sees('还没有 Webhook');
    await page.getByRole('button', { name: '新建' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill('客户工单系统');
    await dialog.getByLabel('地址').fill('https://169.254.169.254/latest/meta-data/');
    await dialog.getByRole('button', { name: '全选' }).click();
    await saves(admin);
    await admin.sees(/指向公司网络内部/);
    await picture(page, 'webhook-refused-desk');
    await dialog.getByLabel('地址').fill(hook.url);
    await saves(admin);
    const secret = (await page.getByTestId('secret').innerText()).trim();
    expect(secret).toMatch(/^whsec_/);
    await picture(page, 'webhook-secret-desk');
    await page.getByRole('button', { name: '我已保存' }).click();
    await page.getByRole('heading', { level: 1, name: '客户工单系统' }).waitFor();
    expect(await page.getByText(secret).count()).toBe(0);

    hook.react = (_request, response) => response.writeHead(503).end('维护中，请稍后');
    await page.getByRole('button', { name: '发送测试' }).click();
    await page.getByText('维护中，请稍后').waitFor();
    await admin.sees('HTTP 503');
    hook.react = (_request, response) => response.end('taken');
    await page.getByRole('button', { name: '重新投递' }).first().click();
    await page.getByText('已送达').first().waitFor();
    const { body, headers } = hook.arrived.at(-1)!;
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ type: 'test' });
    expect(new Set(hook.ids()).size).toBe(1);

    const caseId = await h.as('li').startsScrap(await h.device({ name: '事件打印机' }));
    await page
      .getByRole('link', { name: new RegExp(`${caseId} #`) })
      .first()
      .waitFor();
    await page.getByRole('button', { name: '查看内容' }).first().click();
    await page.getByRole('dialog').getByText(caseId).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /停 ?用/ }).click();
    await page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: /停 ?用/ })
      .click();
    await page.getByRole('button', { name: /启 ?用/ }).waitFor();
    expect(await page.getByRole('button', { name: '发送测试' }).count()).toBe(0);
    expect(admin.complaints).toEqual([expect.stringContaining('422') as string]);
    await admin.closes();
  });

  it('nobody else has the page', async () => {
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    expect(await wang.page.getByRole('link', { name: 'Webhook 推送' }).count()).toBe(0);
    await wang.closes();
  });

  it('a person chooses which mails they get and when not to be disturbed', async () => {
    const chen = await Visitor.signsIn(browser, h.url, '陈');
    await chen.opens('/me');
    await chen.page.getByLabel('待办通知').uncheck();
    await chen.page.getByLabel('免打扰时段').click();
    await chen.field('结束').fill('22:00');
    const save = chen.page.getByRole('button', { name: /^保 ?存$/ });
    await save.click();
    await chen.page.getByRole('alert').first().waitFor();
    await chen.field('结束').fill('06:30');
    await save.click();
    await chen.sees('已保存');
    expect((await h.as('chen').get('/me')).body).toMatchObject({
      mutedMails: ['task-opened'],
      quietHours: { from: '22:00', to: '06:30' },
    });
    await chen.opens('/me');
    expect(await chen.page.getByLabel('待办通知').isChecked()).toBe(false);
    expect(chen.complaints).toEqual([expect.stringContaining('422') as string]);
    await chen.closes();
  });

  it.each(LOOKS)(
    'a task tells its staff that a mail was refused; all of it fits $look and shuts nobody out',
    async (at) => {
      const { look, screen } = at;
      const caseId = await h.as('li').startsScrap(await h.device({ name: '拒收打印机' }));
      await h.as('chen').submits(caseId, 'receipt');
      const wang = await Visitor.signsIn(browser, h.url, '王经理', { screen });
      const task = `/tasks/${caseId}.manager-review.1`;
      await wang.opens(task);
      await wang.page.reload();
      await wang.page
        .getByTestId('undelivered')
        .getByText(/no such user here/)
        .waitFor();
      await wang.sees(/王经理没有收到“待办通知”邮件/);
      const findings: string[] = [];
      const looksAt = async (visitor: Visitor, address: string, name: string) => {
        await visitor.opens(address);
        await picture(visitor.page, `${name}-${look}`);
        const isWide = await visitor.page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
        if (isWide) findings.push(`${address} is too wide`);
        findings.push(...(await seriousFindings(visitor.page)).map((found) => `${address} ${found}`));
      };
      await looksAt(wang, task, 'task-undelivered');
      await looksAt(wang, '/me', 'me-mails');
      const admin = await Visitor.signsIn(browser, h.url, '演示管理员', { screen });
      const [{ id } = { id: '' }] = (await h.as('admin-demo').get<{ items: { id: string }[] }>('/webhooks')).body.items;
      await looksAt(admin, '/webhooks', 'webhooks');
      await looksAt(admin, `/webhooks/${id}`, 'webhook');
      expect(findings).toEqual([]);
      expect([...wang.complaints, ...admin.complaints]).toEqual([]);
      await wang.closes();
      await admin.closes();
    },
  );
});
