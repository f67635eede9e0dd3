import type { Browser } from 'playwright-core';
import { standardCalendars } from '../../models/calendar/standard-calendars';
import { eventually } from '../harness/eventually';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

const SAVE_FIRST = /表单中有未保存的修改/;
const FASTER = /记录已被他人修改/;
const HOLIDAY = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//ZH', 'BEGIN:VEVENT', 'UID:1@test', 'DTSTAMP:20261101T000000Z'],
  ...['DTSTART;VALUE=DATE:20261225', 'SUMMARY:公司成立日（休）', 'END:VEVENT', 'END:VCALENDAR'],
].join('\r\n');

describe('what two people change at the same time', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  /** Somebody else saves it, through the API. */
  async function othersSave(address: string, body: object, version: number): Promise<void> {
    const headers = { 'if-match': `"${version}"` };
    expect((await h.as('admin-demo').send('PUT', address, body, { headers })).status).toBe(200);
  }

  /** Comes back to the window after having looked elsewhere, until it has been read anew. */
  async function comesBack({ page }: Visitor, address: string): Promise<void> {
    let isRead = false;
    page.on('response', (response) => (isRead ||= response.url().endsWith(`/api/v1${address}`)));
    await eventually(async () => {
      await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
      expect(isRead).toBe(true);
    }, 100);
    await page.waitForLoadState('networkidle');
  }

  it('the limits of service: my numbers stay when I come back to the window, and I am told who was faster', async () => {
    const admin = await Visitor.signsIn(browser, h.url, '演示管理员');
    await admin.opens('/service-levels');
    const cell = admin.field('灾难性故障，金牌级，响应（分钟）');
    await cell.fill('15');
    const limits = [{ class: 'disaster', tier: 'gold', responseInMinutes: 10, resolutionInMinutes: 60 }];
    await othersSave('/service-levels', { limits, diagnosis: [] }, 0);
    await comesBack(admin, '/service-levels');
    expect(await cell.inputValue()).toBe('15');
    await admin.button('保存').click();
    await admin.sees(FASTER);
    expect(await cell.inputValue()).toBe('15');
    await admin.button('读取最新内容').click();
    await eventually(async () => expect(await cell.inputValue()).toBe('10'));
    await cell.fill('20');
    await admin.button('保存').click();
    await eventually(async () => {
      const { body } = await h.as('admin-demo').get('/service-levels');
      expect(body).toMatchObject({ version: 2, limits: [{ responseInMinutes: 20, resolutionInMinutes: 60 }] });
    });
    await admin.closes();
  });

  it('a calendar: what I changed stays, and is saved before anything is published or taken from a file', async () => {
    const calendar = standardCalendars('Asia/Shanghai')['5x8'];
    const path = '/calendars/5x8/draft';
    const draftOf = (zh: string) => ({ base: 1, calendar: { ...calendar, title: { zh, en: 'x' } }, holidayYears: [] });
    await othersSave(path, draftOf('第一稿'), 0);
    const admin = await Visitor.signsIn(browser, h.url, '演示管理员');
    await admin.opens('/calendars/5x8/edit');
    const feed = { name: '节假日.ics', mimeType: 'text/calendar', buffer: Buffer.from(HOLIDAY) };
    await admin.page.getByTestId('import-file').setInputFiles(feed);
    await admin.button('采用 1 项，写入草稿').waitFor();
    const [title, publish] = [admin.field('名称（中文）'), admin.button('发 布').or(admin.button('发布'))];
    expect([await publish.isEnabled(), await admin.button('采用 1 项，写入草稿').isEnabled()]).toEqual([true, true]);
    expect(await admin.page.getByText(SAVE_FIRST).count()).toBe(0);

    await title.fill('我的修改');
    await admin.sees(SAVE_FIRST);
    expect([await publish.isEnabled(), await admin.button('采用 1 项，写入草稿').isEnabled()]).toEqual([false, false]);
    await othersSave(path, draftOf('别人的修改'), 1);
    await comesBack(admin, path);
    expect(await title.inputValue()).toBe('我的修改');
    await admin.button('保存草稿').click();
    await admin.sees(FASTER);
    await admin.button('读取最新内容').click();
    await eventually(async () => expect(await title.inputValue()).toBe('别人的修改'));
    expect(await admin.page.getByText(SAVE_FIRST).count()).toBe(0);

    await title.fill('第二稿');
    await admin.button('保存草稿').click();
    await admin.sees('草稿已保存');
    await eventually(async () => expect(await publish.isEnabled()).toBe(true));
    expect(await title.inputValue()).toBe('第二稿');
    expect((await h.as('admin-demo').get(path)).body).toMatchObject({
      version: 3,
      calendar: { title: { zh: '第二稿' } },
    });
    await admin.closes();
  });

  it('a new calendar: what I filled in stays when somebody else begins one under that id', async () => {
    const path = '/calendars/ward-24/draft';
    const admin = await Visitor.signsIn(browser, h.url, '演示管理员');
    await admin.opens('/calendars/ward-24/edit');
    const title = admin.field('名称（中文）');
    await title.fill('病房');
    await comesBack(admin, path);
    expect(await title.inputValue()).toBe('病房');
    const calendar = standardCalendars('Asia/Shanghai')['7x24'];
    await othersSave(path, { base: 0, calendar, holidayYears: [] }, 0);
    await comesBack(admin, path);
    expect(await title.inputValue()).toBe('病房');
    await admin.closes();
  });

  it('an inbox shows, when asked, only what is paused', async () => {
    const [paused, other] = [await h.device({ name: '绘图仪' }), await h.device({ name: '扫描仪' })];
    const caseId = await h.as('li').startsScrap(paused);
    await h.as('li').startsScrap(other);
    await h.as('chen').pauses(caseId, 'receipt', '等待腾出库房');
    const chen = await Visitor.signsIn(browser, h.url, '陈科长');
    await chen.opens('/tasks');
    await chen.sees(/绘图仪/);
    await chen.sees(/扫描仪/);
    await chen.field('只看暂停计时的').click();
    await chen.page
      .getByText(/扫描仪/)
      .first()
      .waitFor({ state: 'hidden' });
    await chen.sees(/绘图仪/);
    expect(new URL(chen.page.url()).searchParams.get('paused')).toBe('true');
    expect(chen.complaints).toEqual([]);
    await chen.closes();
  });
});
