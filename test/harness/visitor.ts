import type { Browser, Locator, Page } from 'playwright-core';
import { openPage, type Looking } from './chromium';
import { drawsInto, NAME } from './hand';

/** Somebody who works with the console in a browser of their own. */
export class Visitor {
  private constructor(
    readonly name: string,
    readonly page: Page,
    readonly complaints: readonly string[],
  ) {}

  /** Signs in by picking a colleague of the demonstration, at an address that then opens. */
  static async signsIn(browser: Browser, url: string, name: string, looking: Looking = {}, at = '/'): Promise<Visitor> {
    const { page, complaints } = await openPage(browser, url, looking);
    await page.goto(at);
    await page.getByRole('button').filter({ hasText: name }).click();
    await page.getByTestId('person').waitFor();
    return new Visitor(name, page, complaints);
  }

  /** Opens an address and waits until it is there. */
  async opens(address: string): Promise<void> {
    await this.page.goto(address);
    await this.settles();
  }

  /** Waits until the page has its heading and nothing is being read any more. */
  async settles(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.page.waitForLoadState('networkidle');
    await this.page.locator('.ant-skeleton-active, .ant-spin-spinning').first().waitFor({ state: 'hidden' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  sees(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  /** Opens a task from the inbox. */
  async takesUp(step: string, subject: string): Promise<void> {
    await this.opens('/tasks');
    const row = this.page.locator('tr, li').filter({ hasText: subject }).filter({ hasText: step });
    await row.getByRole('link').first().click();
    await this.page.getByRole('heading', { level: 1, name: step }).waitFor();
  }

  /** Fills in and sends the request to scrap a device; gives the case's number. */
  async startsScrap(device: string, reason: string, value: string): Promise<string> {
    const { page } = this;
    await this.opens('/start');
    await page.getByRole('link', { name: /设备报废审批/ }).click();
    await this.field('设备').click();
    await page.keyboard.type(device);
    await page.getByRole('option', { name: device }).first().waitFor({ state: 'attached' });
    await page.locator('.ant-select-item-option').filter({ hasText: device }).first().click();
    await this.field('不能修理的原因').fill(reason);
    await this.field('检测报告').check();
    await this.attaches('检测报告.txt');
    await this.field('设备原值（元）').fill(value);
    await this.button('提交申请').click();
    await page.waitForURL(/\/cases\/BF-/);
    await page.getByTestId('waiting').waitFor();
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  }

  async attaches(fileName: string): Promise<void> {
    const buffer = Buffer.from('检测报告：主板烧毁，无法修复。');
    await this.page.getByTestId('files').setInputFiles({ name: fileName, mimeType: 'text/plain', buffer });
    await this.page.getByRole('link', { name: fileName }).waitFor();
  }

  /** Signs as the step asks for it: by hand, or by a tick. */
  private async signs(): Promise<void> {
    const pad = this.page.getByRole('img', { name: '手写签名区：请在框内签名' });
    const tick = this.field(`${this.name} 签字`);
    await pad.or(tick).first().waitFor();
    if (await pad.isVisible()) await drawsInto(this.page, pad, NAME);
    else await tick.check();
  }

  /** Signs, says something, and decides. */
  async decides(outcome: string, comment: string): Promise<void> {
    await this.signs();
    await this.field('意见').fill(comment);
    await this.button(outcome).click();
    await this.sees('已提交');
  }

  async closes(): Promise<void> {
    await this.page.context().close();
  }
}
