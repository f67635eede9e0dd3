import type { Browser, Locator } from 'playwright-core';
import { withTerms } from '../../models/search/rows';
import { seriousFindings } from '../harness/axe';
import { PHONE } from '../harness/chromium';
import { CutoverPlay } from '../harness/cutover';
import { changeBody } from '../harness/cutover-forms';
import { eventually } from '../harness/eventually';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { picture } from '../harness/pictures';
import { Visitor } from '../harness/visitor';
import { WHAT_IS_TOO_WIDE } from '../harness/too-wide';

jest.setTimeout(300_000);

const HOUR = 3_600_000;
// Those of fields that were left stand hidden in the page.
const OPTION = '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option';
/** As the browser's own input takes it, on the clocks of the company. */
const local = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 16);

async function fits({ page }: Visitor): Promise<void> {
  expect(await page.evaluate<string>(WHAT_IS_TOO_WIDE)).toBe('');
  expect(await seriousFindings(page)).toEqual([]);
}

describe('a cutover, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  const cockpit = ({ page }: Visitor) => page.getByTestId('cockpit');
  async function chooses({ page }: Visitor, within: Locator, label: string, name: string): Promise<void> {
    await within.getByLabel(label, { exact: true }).click();
    await page.keyboard.type(name);
    await page.locator(OPTION).filter({ hasText: name }).first().click();
    await page.locator(OPTION).first().waitFor({ state: 'hidden' });
  }

  it('is planned by hand, where faults stand in the row that has them, and warned of what the window clashes with', async () => {
    const system = '门诊收费系统 A';
    const play = new CutoverPlay(h);
    const other = await play.planned({}, { title: '数据库补丁', system });
    const caseId = await h.as('li').starts(changeBody({ system }));
    const row = await h.db.users.findOne({ username: 'zhao' }).lean();
    const temp = { ...row!, _id: 'U-temp', username: 'temp', name: '临时工', keys: ['person:U-temp'] };
    await h.db.users.create([withTerms('users', temp)]);

    const li = await Visitor.signsIn(browser, h.url, '李工');
    const { page } = li;
    await li.takesUp('编制割接计划', system);
    const now = Date.now();
    await li.field('割接窗口开始').fill(local(now - 60_000));
    await li.field('割接窗口结束').fill(local(now + 3 * HOUR));
    await li.sees('此窗口存在冲突，提交后须经维护经理批准');
    await page.getByRole('link', { name: other }).waitFor();

    const steps = page.getByRole('group', { name: '割接步骤' });
    const fill = async (index: number, minutes: string, by: string) => {
      const card = steps.locator('.ant-card').nth(index);
      await card.getByLabel('操作', { exact: true }).fill(`停止服务 ${index + 1}`);
      await card.getByLabel('检查方法').fill('进程已退出');
      await card.getByLabel('回退操作').fill('启动服务');
      await card.getByLabel('时限（分钟）').fill(minutes);
      await chooses(li, card, '操作人', by);
    };
    await fill(0, '500', '李工');
    for (const index of [1, 2]) {
      await steps.getByRole('button', { name: '添加一行' }).click();
      await fill(index, '20', index === 1 ? '临时工' : '赵工');
    }
    await steps.getByRole('button', { name: '添加一行' }).click();
    await steps.getByRole('button', { name: '删除第 4 行' }).click();
    await li.field('第几步之后不可回退（不填则始终可回退）').fill('2');
    await li.field('程序及数据备份方案').fill('全量备份');
    await chooses(li, page.locator('form'), '备份人', '赵工');
    await li.field('回退条件').fill('检查不通过');
    await chooses(li, page.locator('form'), '值守人', '王经理');
    await li.field('割接后观察（小时）').fill('0');

    // What is missing in a table stands in its row.
    await li.button('提交计划').click();
    await li.sees('请填写“测试项目”');
    const tests = page.getByRole('group', { name: '测试计划' });
    await tests.getByLabel('测试项目').fill('挂号');
    await tests.getByLabel('预期结果').fill('挂号成功');
    await li.button('提交计划').click();
    // What the API finds: of the table as a whole, and of one row.
    await steps.getByText('各步骤时限之和超过割接窗口').waitFor();
    await steps.getByLabel('时限（分钟）').first().fill('30');
    await h.db.users.deleteOne({ _id: 'U-temp' });
    await li.button('提交计划').click();
    await steps
      .locator('.ant-card')
      .nth(1)
      .getByText(/没有记录 U-temp/)
      .waitFor();
    await picture(page, 'cutover-plan-desk');
    expect(await seriousFindings(page)).toEqual([]);
    await chooses(li, steps.locator('.ant-card').nth(1), '操作人', '赵工');
    await li.button('提交计划').click();
    await li.sees('已提交');
    const { plan } = (await h.caseRow(caseId)).data as { plan: { steps: { by: string; minutes: number }[] } };
    expect(plan.steps.map(({ by, minutes }) => [by, minutes])).toEqual([
      ['U-li', 30],
      ['U-zhao', 20],
      ['U-zhao', 20],
    ]);
    // What it clashes with is shown to who has to accept it.
    const tang = await Visitor.signsIn(browser, h.url, '唐维护');
    await tang.takesUp('窗口冲突审批', system);
    await tang.sees(new RegExp(`${other} 数据库补丁`));
    await fits(tang);
    await tang.closes();
    expect(li.complaints.filter((text) => !/status of (422|404)/.test(text))).toEqual([]);
    await li.closes();
  });

  it('is done step by step; who is on watch calls a halt on a phone, and all see the roll-back', async () => {
    const play = new CutoverPlay(h);
    const caseId = await play.begun(1, { steps: 4, noReturnAfter: 3, minutes: 10 }, { title: '收费系统升级到 3.2' });

    const zhao = await Visitor.signsIn(browser, h.url, '赵工');
    await zhao.opens(`/cases/${caseId}`);
    const board = cockpit(zhao);
    await board.getByText('不可回退点：此后由维护经理决定继续或回退').waitFor();
    const running = board.locator('.cockpit-under-way').filter({ hasText: '第 2 步' });
    const clock = running.getByRole('timer');
    expect(await clock.textContent()).toMatch(/^0?9:\d\d$|^10:00$/);
    const before = await clock.textContent();
    await zhao.page.waitForTimeout(1_500);
    expect(await clock.textContent()).not.toBe(before);
    await board.getByRole('timer').first().waitFor();
    expect(await board.getByRole('link', { name: '叫停' }).count()).toBe(0);
    await picture(zhao.page, 'cutover-running-desk');
    await fits(zhao);

    // The step itself says what to do, how to check it, and how it is undone.
    await running.getByRole('link', { name: '第 2 步' }).click();
    await zhao.page.getByRole('heading', { level: 1, name: /第 2 步 执行脚本 2/ }).waitFor();
    await zhao.sees('核对日志 2');
    await zhao.sees('执行回退脚本 2');
    await picture(zhao.page, 'cutover-step-desk');
    await zhao.field('检查结果').fill('脚本执行完成，日志正常');
    await zhao.decides('已完成，检查通过', '无异常');
    await zhao.opens(`/cases/${caseId}`);
    await board.locator('.cockpit-done').filter({ hasText: '脚本执行完成，日志正常' }).waitFor();

    const wang = await Visitor.signsIn(browser, h.url, '王经理', { screen: PHONE });
    await wang.opens(`/cases/${caseId}`);
    await picture(wang.page, 'cutover-running-phone');
    await fits(wang);
    await cockpit(wang).getByRole('link', { name: '叫停' }).click();
    await wang.field('发现的问题').fill('交易失败率升高');
    await wang.page.locator('.outcomes').getByRole('button', { name: '叫停' }).click();
    await wang.sees('已提交');
    await wang.opens(`/cases/${caseId}`);
    await wang.sees('正在回退到割接前的状态');
    await cockpit(wang).getByText('交易失败率升高').waitFor();
    await cockpit(wang).getByText('系统自动回退').waitFor();
    await h.as('zhao').approves(caseId, 'backup-before-undo');
    await h.as('li').approves(caseId, 'undo');
    await zhao.opens(`/cases/${caseId}`);
    await board.locator('.cockpit-undone').filter({ hasText: '第 3 步' }).waitFor();
    await board.locator('.cockpit-undoing').filter({ hasText: '第 2 步' }).waitFor();
    await picture(zhao.page, 'cutover-roll-back-desk');
    await fits(zhao);
    await wang.opens(`/cases/${caseId}`);
    await cockpit(wang).locator('.cockpit-undoing').scrollIntoViewIfNeeded();
    await picture(wang.page, 'cutover-roll-back-phone');
    await fits(wang);

    await h.as('zhao').approves(caseId, 'undo');
    await h.as('li').approves(caseId, 'undo');
    await h.as('zhao').approves(caseId, 'restore');
    await h.as('ma').approves(caseId, 'verify-restored');
    await play.reported(caseId);
    await h.ended(caseId);
    await zhao.opens(`/cases/${caseId}`);
    await board.getByText('已回退到割接前的状态').waitFor();
    const audit = zhao.page.getByTestId('audit');
    await audit.getByText('运行中若出现问题是否及时恢复到修改前程序，是否对数据进行备份').waitFor();
    await audit.scrollIntoViewIfNeeded();
    await picture(zhao.page, 'cutover-audit-desk');
    await fits(zhao);
    await audit.getByRole('link', { name: '验证系统已恢复' }).first().click();
    await zhao.page.getByRole('heading', { level: 1, name: /验证系统已恢复/ }).waitFor();
    const paper = `/cases/${caseId}`;
    await zhao.opens(paper);
    const link = await audit.getByRole('link', { name: '割接报告' }).first().getAttribute('href');
    expect((await zhao.page.request.get(link ?? '')).headers()).toMatchObject({ 'content-type': 'application/pdf' });

    // The customer's lead reads the same page in English, on a phone.
    await h.as('liu').send('PATCH', '/me', { language: 'en' });
    const liu = await Visitor.signsIn(browser, h.url, '刘', { screen: PHONE, language: 'en' });
    await liu.opens(`/cases/${caseId}`);
    await cockpit(liu).getByText('It was rolled back').waitFor();
    await picture(liu.page, 'cutover-rolled-back-phone-en');
    await fits(liu);
    for (const visitor of [zhao, wang, liu]) {
      expect(visitor.complaints).toEqual([]);
      await visitor.closes();
    }
  });
});

describe('the calendar of cutovers, in the console', () => {
  let h: Installation;
  let browser: Browser;
  // Its days off are those of the company's calendar.
  const settings = async () => await Promise.resolve({ COMPANY_CALENDAR: '5x8' });
  inABrowser((looked) => ({ h, browser } = looked), settings);

  it('has a window on each of its days, beside the days on which nothing should be cut over', async () => {
    const today = local(Date.now()).slice(0, 10);
    // At ten in the evening of a day of next month, on the clocks of the company, and on after midnight.
    const month = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 1)).toISOString().slice(0, 7);
    const night = Date.parse(`${month}-12T14:00:00Z`);
    const caseId = await new CutoverPlay(h).planned(
      { from: new Date(night), to: new Date(night + 4 * HOUR) },
      { title: '核心交换机更换' },
    );
    await eventually(async () => expect((await h.caseRow(caseId)).window).toBeDefined());
    const li = await Visitor.signsIn(browser, h.url, '李工');
    await li.opens('/tasks');
    await li.page.getByRole('link', { name: '割接日历' }).click();
    await li.page.getByRole('button', { name: '下个月' }).click();
    const days = li.page.getByRole('table', { name: /的割接$/ });
    await days.getByRole('link', { name: /22:00–….*核心交换机更换/ }).waitFor();
    await days.getByRole('link', { name: /…–02:00.*核心交换机更换/ }).waitFor();
    await picture(li.page, 'cutovers-desk');
    await fits(li);
    await days.getByRole('link', { name: /22:00–…/ }).click();
    await li.page.waitForURL(new RegExp(`/cases/${caseId}$`));
    await li.sees('距窗口开始');
    await li.opens(`/cutovers?month=${today.slice(0, 4)}-10`);
    await li.sees(/封网 国庆/);
    await picture(li.page, 'cutovers-freeze-desk');
    await fits(li);

    const wang = await Visitor.signsIn(browser, h.url, '王经理', { screen: PHONE });
    await wang.opens(`/cutovers?month=${month}`);
    await wang.page
      .getByRole('link', { name: /核心交换机更换/ })
      .first()
      .waitFor();
    await picture(wang.page, 'cutovers-phone');
    await fits(wang);
    await wang.opens(`/cutovers?month=${today.slice(0, 4)}-10`);
    await wang.sees(/封网 国庆/);
    await picture(wang.page, 'cutovers-freeze-phone');
    await fits(wang);
    for (const visitor of [li, wang]) {
      expect(visitor.complaints).toEqual([]);
      await visitor.closes();
    }
  });
});
