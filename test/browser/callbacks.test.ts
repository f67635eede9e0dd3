import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { readXlsx } from '../../api/spreadsheets/read-xlsx';
import { callbackRow, NOBODY, said } from '../api/callback-rows';
import { seriousFindings } from '../harness/axe';
import { PHONE } from '../harness/chromium';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { picture } from '../harness/pictures';
import { ServicePlay } from '../harness/service';
import { callbackBody } from '../harness/service-forms';
import { WHAT_IS_TOO_WIDE } from '../harness/too-wide';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

const LIMITS = { rows: 100, columns: 50, sheets: 9, unpackedBytes: 1e7 };
const OVER = { state: 'completed', stage: 'archive', closedAt: new Date(), historyFiledAt: new Date() } as const;

async function fits({ page }: Visitor): Promise<void> {
  expect(await page.evaluate<string>(WHAT_IS_TOO_WIDE)).toBe('');
  expect(await seriousFindings(page)).toEqual([]);
}

describe('callbacks, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  it('somebody finds one that is due, does it, and its figures open what they count', async () => {
    const at = new Date(Date.now() - 60_000).toISOString();
    await h.db.cases.insertMany([
      callbackRow('HF-E1', at, said(95, true), { workers: ['U-li'] }, OVER),
      callbackRow('HF-E2', at, said(40, false), { workers: ['U-zhao'] }, OVER),
      callbackRow('HF-E3', at, NOBODY, { workers: ['U-zhao'] }, OVER),
    ]);
    const scrapped = await h.as('li').startsScrap(await h.device());
    const caseId = await h.as('zheng').starts(callbackBody({ about: scrapped }));
    await new ServicePlay(h).waitsFor(caseId, 'attempt');

    const sun = await Visitor.signsIn(browser, h.url, '孙副经理');
    await sun.opens('/callbacks');
    const row = sun.page.getByRole('row').filter({ hasText: caseId });
    await row.getByText(/孙副经理/).waitFor();
    await row.getByText('尚未联系').waitFor();
    expect(await row.getByRole('link', { name: scrapped }).getAttribute('href')).toBe(`/cases/${scrapped}`);
    expect(await sun.page.getByText('HF-E1').count()).toBe(0);
    await picture(sun.page, 'callbacks-due');
    await row.getByRole('link', { name: caseId }).click();
    await sun.page.getByTestId('waiting').waitFor();
    await sun.page
      .getByRole('link', { name: /回访客户/ })
      .first()
      .click();
    await sun.page.getByRole('heading', { level: 1, name: '回访客户' }).waitFor();
    await sun.field('意见').fill('无人接听，稍后再试');
    await sun.button('未联系上').click();
    await sun.page.getByRole('dialog').getByRole('button', { name: '未联系上' }).click();
    await sun.sees('已提交');
    await sun.opens('/callbacks');
    await row.getByText('1 次未联系上').waitFor();
    await row.getByText(/无人接听，稍后再试/).waitFor();
    await picture(sun.page, 'callbacks-tried');

    await sun.opens('/callbacks?view=figures');
    const all = sun.page.getByRole('table', { name: '合计' }).getByRole('row').last();
    expect((await all.innerText()).split(/\s+/).slice(1)).toEqual(['4', '2', '1', '1', '0', '50%', '未达标', '67.5%']);
    await picture(sun.page, 'callback-figures');
    const [download] = await Promise.all([sun.page.waitForEvent('download'), sun.button('导出').click()]);
    const [sheet] = await readXlsx(readFileSync(await download.path()), LIMITS);
    const lines = sheet?.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text).join(' '));
    expect(lines?.some((line) => line.startsWith('合计 工程师 赵工 2 1 1'))).toBe(true);
    await sun.page.getByRole('link', { name: /赵工，未联系上：查看 1 件/ }).click();
    await sun.sees('HF-E3');
    expect(await sun.page.getByText('HF-E2').count()).toBe(0);
    await sun.page.goBack();
    await sun.page.getByRole('link', { name: /赵工，回访数：查看 2 件/ }).click();
    await sun.sees('HF-E2');
    await sun.page.getByText('不满意 40%').waitFor();
    await picture(sun.page, 'callback-register');
    await fits(sun);
    expect(sun.complaints).toEqual([]);
    await sun.closes();
  });

  it('an engineer has no figures; a phone shows the same as cards', async () => {
    const li = await Visitor.signsIn(browser, h.url, '李工', { screen: PHONE });
    await li.opens('/callbacks?view=figures');
    await li.page.getByRole('tab', { name: '回访登记' }).waitFor();
    expect(await li.page.getByRole('tab', { name: '满意度统计表' }).count()).toBe(0);
    await fits(li);
    await li.opens('/callbacks?view=register&result=satisfied');
    await li.page.getByRole('list', { name: '回访登记' }).getByText('满意 95%').waitFor();
    await picture(li.page, 'callback-register-phone');
    await fits(li);
    const zheng = await Visitor.signsIn(browser, h.url, '郑服务台', { screen: PHONE });
    await zheng.opens('/callbacks?view=figures');
    await zheng.sees('未达标');
    await picture(zheng.page, 'callback-figures-phone');
    await fits(zheng);
    expect([...li.complaints, ...zheng.complaints]).toEqual([]);
    await zheng.closes();
    await li.closes();
  });
});
