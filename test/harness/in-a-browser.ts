import type { Browser } from 'playwright-core';
import { startBrowser } from './chromium';
import { Installation } from './installation';

/** Starts an installation, with settings of its own if any, and a browser before the tests that stand around it, and stops both after them. */
export function inABrowser(
  found: (looked: { readonly h: Installation; readonly browser: Browser }) => void,
  settings: () => Promise<Readonly<Record<string, string>>> = async () => await Promise.resolve({}),
): void {
  let stop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const [h, browser] = await Promise.all([Installation.start(await settings()), startBrowser()]);
    stop = async () => {
      await browser.close();
      await h.stop();
    };
    found({ h, browser });
  });
  afterAll(async () => await stop());
}
