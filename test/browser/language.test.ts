import type { Browser } from 'playwright-core';
import { openPage } from '../harness/chromium';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';

jest.setTimeout(300_000);

describe('the language of the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  it('that one signs in with stays until one signs out, and is not that of the mails until one says so', async () => {
    const { page, context, complaints } = await openPage(browser, h.url);
    const heading = (name: string) => page.getByRole('heading', { level: 1, name });
    const picks = async () => await page.getByRole('button').filter({ hasText: '王经理' }).click();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'English' }).click();
    await picks();
    await heading('My tasks').waitFor();
    await page.reload();
    await heading('My tasks').waitFor();
    expect((await h.as('wang').get('/me')).body.language).toBe('zh');
    await page.getByTestId('person').click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    // Who signs in without choosing finds the language of their account.
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await picks();
    await heading('我的任务').waitFor();
    // What was under way when they signed out is refused.
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
    await context.close();
  });
});
