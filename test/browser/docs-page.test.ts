import { chromium, type Browser } from 'playwright-core';
import { apiForThisFile } from '../api/api-under-test';

const PATIENCE_IN_MS = 180_000;
const api = apiForThisFile();
const held: { browser?: Browser } = {};

beforeAll(async () => {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  held.browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
});
afterAll(async () => await held.browser?.close());

test(
  'the docs page shows every route and lets one be tried with a token, under the strict policy',
  async () => {
    const token = await api.as('wang').signIn();
    const page = await held.browser!.newPage({ viewport: { width: 1200, height: 1000 }, locale: 'zh-CN' });
    const complaints: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('request', (request) => void (request.url().startsWith(api.url) || complaints.push(request.url())));

    await page.goto(`${api.url}/docs`);
    await page.locator('#operations-me-getMe').waitFor();
    await page.locator('button.authorize').first().click();
    await page.locator('.auth-container input').first().fill(token);
    await page.locator('.auth-btn-wrapper button.authorize').first().click();
    await page.locator('.auth-btn-wrapper .btn-done').first().click();
    await page.locator('#operations-me-getMe .opblock-summary-control').click();
    await page.locator('#operations-me-getMe button.execute').click();
    const answer = page.locator('#operations-me-getMe .live-responses-table .response');
    await answer.waitFor();

    expect(await answer.innerText()).toContain('U-wang');
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/docs-page.png` });
    expect(complaints.filter((text) => !text.startsWith('data:'))).toEqual([]);
  },
  PATIENCE_IN_MS,
);
