import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Language } from '../../models/contracts/text';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
// Chromium looks up hosts of its maker unless it is told not to.
const QUIET = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const SANDBOXLESS = ['--no-sandbox', '--disable-gpu', '--disable-quic'];

const PATIENCE_IN_MS = 60_000;

/** The screens that are looked at. */
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** How somebody looks at the console. */
export interface Looking {
  readonly screen?: typeof DESK;
  readonly language?: Language;
}

/** Chromium, the one that CHROMIUM_PATH names or that is on the PATH. */
export async function startBrowser(): Promise<Browser> {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = folders
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
  const executablePath = process.env.CHROMIUM_PATH ?? found;
  if (executablePath === undefined) throw new Error('no Chromium: install it, or name it in CHROMIUM_PATH');
  return await chromium.launch({ executablePath, args: [...SANDBOXLESS, ...QUIET, '--lang=zh-CN'] });
}

/** A browser of somebody's own: nobody else's cookies, and a list of everything that its pages complained of. */
export async function openPage(
  browser: Browser,
  url: string,
  { screen = DESK, language = 'zh' }: Looking = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: screen,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    // A page that is not in front may stop in the middle of an animation.
    reducedMotion: 'reduce',
    hasTouch: screen.width < 500,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_IN_MS);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, context, complaints };
}
