import type { Browser } from 'playwright-core';
import { apiForThisFile } from '../api/api-under-test';
import { casesWithoutEngine } from '../api/cases-without-engine';
import { seriousFindings } from '../harness/axe';
import { startBrowser } from '../harness/chromium';
import { addSource } from '../harness/monitoring';
import { picture } from '../harness/pictures';
import { REPORT } from '../harness/public-form';
import { WHAT_IS_TOO_WIDE } from '../harness/too-wide';

const PATIENCE_IN_MS = 180_000;
const api = apiForThisFile();
const { begun } = casesWithoutEngine(api);
const held: { browser?: Browser } = {};
beforeAll(async () => {
  held.browser = await startBrowser();
});
afterAll(async () => await held.browser?.close());

test(
  'somebody at a customer’s reports a fault on their phone: what is wrong is marked, what is right has a number',
  async () => {
    const { secret } = await addSource(api.as('admin-demo'), { kind: 'form', contact: '服务台 400-800-1234' });
    const page = await held.browser!.newPage({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
    const complaints: string[] = [];
    page.on('console', (message) => void (/Content Security/.test(message.text()) && complaints.push(message.text())));
    page.on('request', (request) => void (request.url().startsWith(api.url) || complaints.push(request.url())));
    const fits = async () => {
      expect(await page.evaluate(WHAT_IS_TOO_WIDE)).toBe('');
      expect(await seriousFindings(page)).toEqual([]);
    };

    await page.goto(`${api.url}/intake/${secret}`);
    await fits();
    await picture(page, 'intake-form-phone');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('还没有提交').waitFor();
    expect(await page.locator('[aria-invalid=true]').count()).toBe(4);
    await fits();
    await picture(page, 'intake-faults-phone');

    const { name, phone, title, description, when } = REPORT;
    await page.getByLabel('您的姓名').fill(name);
    await page.getByLabel('联系电话').fill(phone);
    await page.getByLabel('故障现象').fill(title);
    await page.getByLabel('详细描述').fill(description);
    await page.getByLabel('什么时候发生的').fill(when);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已受理').first().waitFor();
    expect(await page.locator('.number').innerText()).toBe(begun.at(-1)?.head.id);
    expect(await page.locator('main').innerText()).toContain('400-800-1234');
    expect(begun.at(-1)?.request.occurredAt).toBe('2026-11-23T00:00:00.000Z');
    await fits();
    await picture(page, 'intake-done-phone');

    await page.getByRole('link', { name: '再报一个故障' }).click();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('What is wrong').waitFor();
    await fits();
    expect(complaints).toEqual([]);
  },
  PATIENCE_IN_MS,
);
