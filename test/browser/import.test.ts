import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { csvOf } from '../../api/spreadsheets/write-csv';
import { readXlsx } from '../../api/spreadsheets/read-xlsx';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

const TITLES = ['客户', '设备名称', '型号', '序列号', '安装位置', '业务系统', '业务级别'];
const line = (name: string, serial: string) => ['C-0001', name, 'S5560', serial, '主机房', '核心网络', '一级'];
const csv = (...lines: string[][]) => ({
  name: '设备.csv',
  mimeType: 'text/csv',
  buffer: csvOf([TITLES, ...lines]),
});

describe('lists as files, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  it('shows each fault in its place, imports the mended file once, and takes the list home', async () => {
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.opens('/devices');
    await wang.button('导入').click();
    await wang.page.getByRole('heading', { level: 1, name: '导入设备' }).waitFor();
    const chooses = async (...lines: string[][]) =>
      await wang.page.getByTestId('import-file').setInputFiles(csv(...lines));

    await chooses(line('汇聚交换机', 'IMP-1'), line('', 'IMP-2'));
    await wang.sees('1 行有错误，共 1 处');
    const fault = wang.page.getByRole('row').filter({ hasText: '第 3 行' }).filter({ hasText: 'B 设备名称' });
    await fault.getByText('必填').waitFor();
    expect(await wang.button('导入 1 行').count()).toBe(0);

    await chooses(line('汇聚交换机', 'IMP-1'), line('接入交换机', 'IMP-2'));
    await wang.sees('共 2 行：新增 2 行，修改 0 行，相同 0 行');
    await wang.button('导入 2 行').dblclick();
    await wang.sees('已全部导入');
    await wang.button('查看列表').click();
    await wang.page.getByRole('link', { name: '接入交换机' }).waitFor();

    await wang.opens('/devices?q=IMP');
    const [file] = await Promise.all([wang.page.waitForEvent('download'), wang.button('导出').click()]);
    expect(file.suggestedFilename()).toMatch(/^设备-\d{8}\.xlsx$/);
    const limits = { rows: 100, columns: 50, sheets: 9, unpackedBytes: 1e7 };
    const [sheet] = await readXlsx(readFileSync(await file.path()), limits);
    expect(sheet?.rows.slice(1).map(({ cells }) => cells.get(3)?.text)).toEqual(['IMP-2', 'IMP-1']);
    expect(wang.complaints).toEqual([]);
    await wang.closes();
  });

  it('offers no import to those who may not, and tells them so', async () => {
    const li = await Visitor.signsIn(browser, h.url, '李工');
    await li.opens('/devices');
    expect([await li.button('导出').count(), await li.button('导入').count()]).toEqual([1, 0]);
    await li.page.goto('/devices/import');
    await li.sees('没有这个页面');
    await li.closes();
  });
});
