import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { readXlsx } from '../../api/spreadsheets/read-xlsx';
import { FaultPlay } from '../harness/fault';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { picture } from '../harness/pictures';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

const LIMITS = { rows: 100, columns: 50, sheets: 9, unpackedBytes: 1e7 };

describe('the service desk, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  it('sees what is open with its clocks, finds what was solved by its cause, and takes the figures home', async () => {
    const play = new FaultPlay(h);
    const solved = await play.answered({ device: 'D-0004' });
    await play.finishes(solved);
    const open = await play.answered({ device: 'D-0004' });

    const zheng = await Visitor.signsIn(browser, h.url, '郑服务台');
    await zheng.opens('/faults');
    const row = zheng.page.getByRole('row').filter({ hasText: open });
    await row.getByRole('cell', { name: '李工', exact: true }).waitFor();
    expect(await row.innerText()).toMatch(/解决时限.*还剩|解决时限[^]*·/);
    expect(await zheng.page.getByText(solved).count()).toBe(0);
    await picture(zheng.page, 'fault-board');

    await row.getByRole('link').first().click();
    await zheng.page.getByText('该设备的历史故障').waitFor();
    await zheng.page.getByText('清理归档日志，扩充磁盘').first().waitFor();
    await picture(zheng.page, 'fault-case');

    await zheng.opens('/faults?view=register&q=' + encodeURIComponent('归档日志'));
    const found = zheng.page.getByRole('row').filter({ hasText: solved });
    await found.getByText('软件：归档日志占满磁盘').waitFor();
    expect(await zheng.page.getByText(open).count()).toBe(0);

    await zheng.opens('/faults?view=figures');
    const engineers = zheng.page.getByRole('table', { name: '工程师' });
    await engineers.getByText('李工').waitFor();
    const [download] = await Promise.all([zheng.page.waitForEvent('download'), zheng.button('导出').click()]);
    const [sheet] = await readXlsx(readFileSync(await download.path()), LIMITS);
    const lines = sheet?.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text).join(' '));
    expect(lines?.some((line) => line.startsWith('工程师 李工 1 0 0'))).toBe(true);
    expect(zheng.complaints).toEqual([]);
  });
});
