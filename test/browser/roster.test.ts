import type { Browser } from 'playwright-core';
import type { Deadline } from '../../models/contracts/policy';
import { seriousFindings } from '../harness/axe';
import { PHONE, startBrowser } from '../harness/chromium';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { picture } from '../harness/pictures';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

const PAGE = '/teams/T-0001/roster';
const MONTH = '2027-03';
const DAY = 24 * 3_600_000;

describe('the duty roster of a team, in the console', () => {
  let h: Installation;
  let browser: Browser;
  beforeAll(async () => {
    [h, browser] = await Promise.all([Installation.start(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await h.stop();
  });

  const onDuty = async (at: string) =>
    (await h.as('li').get<{ people: { name: string }[] }>(`/teams/T-0001/on-duty?at=${at}`)).body.people[0]?.name;
  /** The first day shift of a month that somebody has, as its button names it. */
  const shiftOf = ({ page }: Visitor, name: string) =>
    page.getByRole('button', { name: new RegExp(`^调整 ${MONTH}-\\d\\d 白班 ${name}$`) }).first();
  async function chooses({ page }: Visitor, label: string, name: string): Promise<void> {
    await page.getByRole('dialog').getByLabel(label).click();
    await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
    await page.locator('.ant-select-dropdown').first().waitFor({ state: 'hidden' });
  }
  async function saves({ page }: Visitor): Promise<void> {
    await page.getByRole('dialog').locator('.ant-btn-primary').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  it('the manager puts somebody else on duty for a shift, and takes it back', async () => {
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.opens(`${PAGE}?month=${MONTH}`);
    await wang.sees('当前值班');
    const shift = shiftOf(wang, '李工');
    const date = /\d{4}-\d\d-\d\d/.exec((await shift.getAttribute('aria-label')) ?? '')?.[0] ?? '';
    const noon = `${date}T04:00:00Z`;
    expect(await onDuty(noon)).toBe('李工');
    await shift.click();
    const dialog = wang.page.getByRole('dialog');
    await chooses(wang, '由谁值班', '王经理');
    await dialog.getByLabel('原因').fill('李工培训');
    await saves(wang);
    await wang.sees('王经理替李工');
    expect(await onDuty(noon)).toBe('王经理');
    await wang.button('取消调整').click();
    await wang.page.locator('.ant-popover').getByRole('button', { name: '取消调整' }).click();
    await eventually(async () => expect(await onDuty(noon)).toBe('李工'));
    expect(wang.complaints).toEqual([]);
    await wang.closes();
  });

  it('somebody on duty hands a shift of their own over, on a phone, and can touch no other’s', async () => {
    const li = await Visitor.signsIn(browser, h.url, '李工', { screen: PHONE });
    await li.opens(`${PAGE}?month=${MONTH}`);
    expect(await shiftOf(li, '赵工').count()).toBe(0);
    const shift = shiftOf(li, '李工');
    const date = /\d{4}-\d\d-\d\d/.exec((await shift.getAttribute('aria-label')) ?? '')?.[0] ?? '';
    await shift.click();
    await li.sees('把我的值班交给同事');
    expect(await seriousFindings(li.page)).toEqual([]);
    await chooses(li, '由谁值班', '王经理');
    await li.page.getByRole('dialog').getByLabel('原因').fill('家中有事');
    await saves(li);
    expect(await onDuty(`${date}T04:00:00Z`)).toBe('王经理');
    expect(li.complaints).toEqual([]);
    await li.closes();
  });

  it('a team gets a roster; faults are shown where they are, and the team page tells who is on duty now', async () => {
    const qian = await Visitor.signsIn(browser, h.url, '钱经理');
    await qian.opens('/teams/T-0002/roster');
    await qian.sees('该团队还没有值班表，由团队负责人值班。');
    await qian.page.getByRole('link', { name: /编制值班表/ }).click();
    await qian.field('名称（中文）').first().fill('二组值班表');
    await qian.field('名称（英文）').first().fill('Roster of team two');
    await qian.field('轮班开始日期').fill('1999-01-01');
    await qian.field('名称（中文）').nth(1).fill('全天');
    await qian.field('名称（英文）').nth(1).fill('All day');
    await qian.field('轮班人员').click();
    await qian.page.locator('.ant-select-item-option').filter({ hasText: '钱经理' }).first().click();
    await qian.page.keyboard.press('Escape');
    const save = qian.page.locator('form .ant-btn-primary');
    await save.click();
    await qian.sees(/2020-01-01/);
    const yesterday = new Date(Date.now() - DAY).toISOString().slice(0, 10);
    await qian.field('轮班开始日期').fill(yesterday);
    await save.click();
    await qian.page.waitForURL(/\/teams\/T-0002\/roster$/);
    await qian.sees(/钱经理/);
    await qian.opens('/teams/T-0002');
    await qian.sees('当前值班');
    await qian.sees('全天');
    await qian.closes();
  });

  it('who is called sees that claiming the task acknowledges it, who is called otherwise and when; once claimed, that it has to go on', async () => {
    const limit: Pick<Deadline, 'time' | 'ladder'> = {
      time: 'elapsed',
      ladder: [{ atPercent: 100, does: 'call-next' }],
    };
    const onDuty = {
      ...{ acknowledge: { budgetInMs: 900_000, ...limit } },
      progress: { budgetInMs: 7_200_000, ...limit },
    };
    await h.setPolicy({ onDuty: { 'manager-review': { team: 'T-0002', ...onDuty } } });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    const qian = await Visitor.signsIn(browser, h.url, '钱经理', { screen: PHONE });
    await qian.opens(`/tasks/${caseId}.manager-review.1`);
    await qian.sees(/签收即为接单。无人签收，则 .+ 起呼叫下一位值班人/);
    await qian.sees('值班呼叫');
    await qian.sees('全天，轮班');
    await picture(qian.page, 'task-on-duty-phone');
    expect(await seriousFindings(qian.page)).toEqual([]);
    await qian.button('签收任务').click();
    await qian.sees(/请及时跟进。没有新的记录或评论，则 .+ 起呼叫下一位值班人/);
    await qian.opens(`/cases/${caseId}`);
    await qian.sees('任务“项目经理审批”已送达（值班：全天，钱经理，轮班）');
    await picture(qian.page, 'case-on-duty-phone');
    // The device of another team's customer is not theirs to see; the browser itself writes an answer of 404 to its console.
    expect(qian.complaints.filter((text) => !/status of 404/.test(text))).toEqual([]);
    await qian.closes();
  });
});
