import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { readXlsx } from '../../api/spreadsheets/read-xlsx';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import { dateIn } from '../../models/contracts/time';
import { complaintRow } from '../api/complaint-rows';
import { seriousFindings } from '../harness/axe';
import { PHONE } from '../harness/chromium';
import { ComplaintPlay } from '../harness/complaint';
import { changeBody } from '../harness/cutover-forms';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { picture } from '../harness/pictures';
import { WHAT_IS_TOO_WIDE } from '../harness/too-wide';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

const OPTION = '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option';
const LIMITS = { rows: 100, columns: 50, sheets: 9, unpackedBytes: 1e7 };
const OTHER = { customer: { id: 'C-0002', name: '云山大学第一附属医院' }, customerId: 'C-0002' };
const TODAY = dateIn(new Date(), 'Asia/Shanghai');
const [YEAR, MONTH] = [TODAY.slice(0, 4), TODAY.slice(0, 7)];

async function fits({ page }: Visitor): Promise<void> {
  expect(await page.evaluate<string>(WHAT_IS_TOO_WIDE)).toBe('');
  expect(await seriousFindings(page)).toEqual([]);
}

async function chooses({ page }: Visitor, label: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.keyboard.type(name);
  await page.locator(OPTION).filter({ hasText: name }).first().click();
  await page.locator(OPTION).first().waitFor({ state: 'hidden' });
}

describe('the register of complaints, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  /** Complaints of this month that are over: two of one kind of the first customer, one of them about 李工, and one of another. */
  async function earlier(): Promise<void> {
    const at = new Date(Date.now() - 60_000).toISOString();
    const over = { state: 'completed', stage: 'archive', closedAt: new Date(), historyFiledAt: new Date() } as const;
    const unhappy: ComplaintData['dissatisfied'] = [
      { at, role: 'deputy-project-manager', by: { id: 'U-liu', name: '刘处长' }, comment: '未解决' },
    ];
    const again = complaintRow('TS-E1', at, { persons: ['U-li'], attempt: 2, role: 'project-manager' }, over);
    await h.db.cases.insertMany([
      { ...again, data: { ...again.data, dissatisfied: unhappy } },
      complaintRow('TS-E2', at, { name: '严女士', channel: 'web', urgency: 'high', kind: 'product' }, over),
      complaintRow('TS-E3', at, {}, { ...over, ...OTHER }),
      complaintRow('TS-E4', at, {}, { ...over, state: 'withdrawn' }),
    ]);
  }

  it('has what was entered; its figures open the complaints that they count, and are taken home as a workbook', async () => {
    await earlier();
    const zheng = await Visitor.signsIn(browser, h.url, '郑服务台');
    const { page } = zheng;
    await zheng.opens('/tasks');
    await page.getByRole('link', { name: '投诉登记' }).click();
    const rows = page.getByRole('table', { name: '投诉登记' }).locator('tbody tr.clickable');
    const lists = async (count: number) => {
      await rows.nth(count - 1).waitFor();
      await zheng.settles();
      expect(await rows.count()).toBe(count);
    };
    await lists(4);
    await page.getByRole('link', { name: '登记投诉' }).click();
    await page.getByRole('heading', { level: 1, name: '客户投诉处理' }).waitFor();
    await chooses(zheng, '客户', '江州市财政');
    await chooses(zheng, '投诉人（在册）', '刘处长');
    await zheng.field('电话').check();
    await chooses(zheng, '投诉类别', '服务态度');
    await zheng.field('否').check();
    await zheng.field('特急').check();
    await zheng.field('投诉内容').fill('驻场人员拒绝出示工牌');
    await page.getByRole('button', { name: '添加一行' }).click();
    await chooses(zheng, '姓名', '赵工');
    await zheng.button('提交申请').click();
    await page.waitForURL(/\/cases\/TS-/);
    const caseId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await new ComplaintPlay(h).waitsFor(caseId, 'facts');

    await zheng.opens('/complaints');
    const entered = rows.first();
    for (const told of [caseId, '服务态度', '特急', '刘处长', '电话', '赵工', '孙副经理', '项目副经理', '剩余'])
      await entered.getByText(told).first().waitFor();
    await rows.filter({ hasText: 'TS-E1' }).getByText('第 2 次处理').waitFor();
    await picture(page, 'complaints-desk');
    await fits(zheng);

    await page.getByRole('tab', { name: '投诉统计表' }).click();
    const figures = (of: string) => page.getByRole('table', { name: of, exact: true });
    const kinds = figures('投诉类别');
    const line = (of: string, figuresOf: RegExp) => figures(of).locator('tbody tr').filter({ hasText: figuresOf });
    await line('投诉类别', /^服务态度311$/).waitFor();
    await line('被投诉人', /^李工101$/).waitFor();
    await picture(page, 'complaint-figures-desk');
    await fits(zheng);
    await figures('合计')
      .getByRole('link', { name: /查看 4 件投诉/ })
      .click();
    await page.waitForURL((url) => url.searchParams.get('month') === MONTH && !url.searchParams.has('view'));
    // What was withdrawn is not counted.
    await lists(4);
    expect(await rows.filter({ hasText: 'TS-E4' }).count()).toBe(0);
    await page.goBack();
    await kinds.getByRole('link', { name: /产品问题：查看 1 件投诉/ }).click();
    await rows.filter({ hasText: '严女士' }).waitFor();
    await lists(1);
    await page.goBack();
    await figures('被投诉人')
      .getByRole('link', { name: /李工：查看 1 次不满意的投诉/ })
      .click();
    await rows.filter({ hasText: 'TS-E1' }).waitFor();
    await lists(1);
    // Words stay cleared, too.
    await page.getByLabel('搜索编号、投诉人、客户').fill('严女士');
    await zheng.sees('没有符合条件的投诉');
    await zheng.button('清除筛选').click();
    await rows.filter({ hasText: 'TS-E4' }).waitFor();
    await page.waitForTimeout(1_000);
    expect(new URL(page.url()).search).toBe('');
    await lists(5);

    await page.getByRole('tab', { name: '投诉统计表' }).click();
    await page.getByText('按年').click();
    await page.waitForURL((url) => url.searchParams.get('year') === YEAR);
    await line('月份', /月411$/).waitFor();
    await picture(page, 'complaint-figures-year-desk');
    await fits(zheng);
    const [file] = await Promise.all([page.waitForEvent('download'), zheng.button('导出').click()]);
    expect(file.suggestedFilename()).toMatch(/^投诉统计表-\d{8}\.xlsx$/);
    const [sheet] = await readXlsx(readFileSync(await file.path()), LIMITS);
    const lines = sheet?.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text).join(' '));
    expect(lines).toContain(`${MONTH} 合计 合计 4 1 1 1 0`);
    await zheng.button('上一期').click();
    await zheng.sees('这段时间没有投诉');
    expect(zheng.complaints).toEqual([]);
    await zheng.closes();
  });

  it('is read on a phone, and in English; who does not read it finds no way there', async () => {
    const wang = await Visitor.signsIn(browser, h.url, '王经理', { screen: PHONE });
    await wang.opens('/complaints');
    const cards = wang.page.getByRole('list', { name: '投诉登记' });
    await cards.getByText('被投诉人：赵工').waitFor();
    // He sees complaints of his own customer.
    expect(await cards.getByText('TS-E3').count()).toBe(0);
    await picture(wang.page, 'complaints-phone');
    await fits(wang);
    await wang.button('更多筛选').click();
    await wang.field('只看客户不满意过的').click();
    await wang.page.waitForURL((url) => url.searchParams.get('dissatisfied') === 'true');
    await wang.settles();
    await cards.getByText('第 2 次处理').waitFor();
    expect(await cards.getByRole('listitem').count()).toBe(1);
    await picture(wang.page, 'complaints-filters-phone');
    await fits(wang);
    await wang.opens('/complaints?view=statistics');
    await wang.page.getByRole('table', { name: '投诉类别' }).waitFor();
    await picture(wang.page, 'complaint-figures-phone');
    await fits(wang);

    await h.as('wu').send('PATCH', '/me', { language: 'en' });
    const wu = await Visitor.signsIn(browser, h.url, '吴总', { language: 'en' });
    await wu.opens('/complaints');
    const table = wu.page.getByRole('table', { name: 'Complaints' });
    for (const told of ['Attitude', 'Most urgent', 'Deputy project manager', 'attempt 2', 'Withdrawn'])
      await table.getByText(told).first().waitFor();
    await picture(wu.page, 'complaints-desk-en');
    await fits(wu);
    await wu.page.getByRole('tab', { name: 'Statistics' }).click();
    await wu.page.getByRole('link', { name: 'Product: open the 1 complaints' }).waitFor();
    await picture(wu.page, 'complaint-figures-desk-en');
    await fits(wu);
    const li = await Visitor.signsIn(browser, h.url, '李工');
    await li.opens('/complaints');
    await li.sees('无权执行此操作');
    expect(await li.page.getByRole('link', { name: '投诉登记' }).count()).toBe(0);
    for (const visitor of [wang, wu, li]) await visitor.closes();
  });
});

describe('the cases that belong to a case, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  it('lead to each other; what a form names leads to its case', async () => {
    const change = await h.as('li').starts(changeBody({ title: '收费系统升级' }));
    const caseId = await new ComplaintPlay(h).entered({ change });
    await new ComplaintPlay(h).waitsFor(caseId, 'facts');
    // As if the complaint had opened the change.
    await h.db.cases.updateOne({ _id: change }, { $set: { origin: caseId } });
    const links = [{ caseId: change, process: 'change-cutover', state: 'open' }];
    await h.db.cases.updateOne({ _id: caseId }, { $set: { links } });

    const sun = await Visitor.signsIn(browser, h.url, '孙副经理');
    const linked = sun.page.getByRole('list', { name: '关联流程' });
    await sun.opens(`/cases/${caseId}`);
    await sun.page.getByRole('link', { name: change, exact: true }).waitFor();
    await linked.getByText('由本流程发起').waitFor();
    await picture(sun.page, 'case-links-desk');
    await fits(sun);
    await linked.getByRole('link', { name: /收费系统升级/ }).click();
    await sun.page.waitForURL(new RegExp(`/cases/${change}$`));
    await linked.getByText('由其发起本流程').waitFor();
    await linked.getByRole('link', { name: /服务态度投诉/ }).click();
    await sun.page.waitForURL(new RegExp(`/cases/${caseId}$`));
    await sun.page.getByRole('link', { name: change, exact: true }).click();
    await sun.page.waitForURL(new RegExp(`/cases/${change}$`));
    expect(sun.complaints).toEqual([]);
    await sun.closes();

    await h.as('sun').send('PATCH', '/me', { language: 'en' });
    const onPhone = await Visitor.signsIn(browser, h.url, '孙副经理', { screen: PHONE, language: 'en' });
    await onPhone.opens(`/cases/${caseId}`);
    await onPhone.page.getByRole('list', { name: 'Linked cases' }).scrollIntoViewIfNeeded();
    await onPhone.sees('opened by this case');
    await picture(onPhone.page, 'case-links-phone-en');
    await fits(onPhone);
    await onPhone.closes();

    const alone = await Visitor.signsIn(browser, h.url, '郑服务台');
    const other = await new ComplaintPlay(h).entered();
    await alone.opens(`/cases/${other}`);
    expect(await alone.page.getByText('关联流程').count()).toBe(0);
    await alone.closes();
  });
});
