import type { Browser } from 'playwright-core';
import { callbackRow, said } from '../api/callback-rows';
import { seriousFindings } from '../harness/axe';
import { standardCalendars } from '../../models/calendar/standard-calendars';
import { DESK, openPage, PHONE } from '../harness/chromium';
import { ComplaintPlay } from '../harness/complaint';
import { CutoverPlay } from '../harness/cutover';
import { FaultPlay } from '../harness/fault';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { addSource } from '../harness/monitoring';
import { picture } from '../harness/pictures';
import { callbackBody } from '../harness/service-forms';
import { WHAT_IS_TOO_WIDE } from '../harness/too-wide';
import { Visitor } from '../harness/visitor';

jest.setTimeout(600_000);

const LOOKS = [
  { name: 'desk', screen: DESK, language: 'zh' },
  { name: 'phone', screen: PHONE, language: 'zh' },
  { name: 'desk-en', screen: DESK, language: 'en' },
] as const;

/** A draft of the calendar, with a half day and the holidays of a year that nobody has announced. */
const DRAFT = {
  base: 1,
  calendar: {
    ...standardCalendars('Asia/Shanghai')['5x8'],
    exceptions: [{ date: '2026-12-24', ranges: [{ from: '08:30', to: '12:00' }], title: '年会，下午放假' }],
  },
  holidayYears: [
    {
      ...{ year: 2027, source: '国办发明电〔2026〕号' },
      days: [{ date: '2027-01-01', kind: 'off', name: { zh: '元旦', en: "New Year's Day" } }],
    },
  ],
};
const FEED = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//ZH'],
  ...['公司成立日（休）', '补班（班）', '圣诞节'].flatMap((summary, index) => [
    ...['BEGIN:VEVENT', `UID:${index}@test`, 'DTSTAMP:20261101T000000Z'],
    ...[`DTSTART;VALUE=DATE:2026122${index + 5}`, `SUMMARY:${summary}`, 'END:VEVENT'],
  ]),
  'END:VCALENDAR',
].join('\r\n');

/** What the record of changes has to show. */
const CHANGES = [
  ['/users/U-wang', { phone: '010-5550 0199', teamId: null }],
  ['/users/U-wang', { teamId: 'T-0001', managerId: 'U-wu' }],
  ['/users/U-zhao', { grants: [{ role: 'engineer', customerId: 'C-0001' }] }],
  ['/teams/T-0001', { name: '驻场服务一组（院本部）', leaderId: 'U-sun' }],
  ['/devices/D-0004', { state: 'in-repair', location: '主机房 A09' }],
  ['/customers/C-0001', { tier: 'silver', sites: [{ name: '院本部', address: '江州市人民路 1 号' }] }],
] as const;

describe.each(LOOKS)('every page on $name', ({ name: look, screen, language }) => {
  let h: Installation;
  let browser: Browser;
  let closed = '';
  let caseId = '';
  let change = '';
  let complaint = '';
  let fault = '';
  const sources = { form: '', alerts: '' };

  inABrowser((looked) => ({ h, browser } = looked));
  beforeAll(async () => {
    // Whoever is signed in sees the pages in their own language.
    for (const name of ['wang', 'admin-demo']) await h.as(name).send('PATCH', '/me', { language });
    closed = await h.as('li').startsScrap('D-0005', { valueInYuan: 4_200 });
    await h.as('chen').submits(closed, 'receipt');
    await h.as('wang').returns(closed, 'manager-review', 'register', '请补充厂商鉴定意见');
    caseId = await h.as('li').startsScrap('D-0004', { valueInYuan: 2_350, reason: '打印头烧毁，原厂已停产，无法修理' });
    await h.as('chen').submits(caseId, 'receipt', { comment: '已收到，存放于库房' });
    change = await new CutoverPlay(h).begun(1, { noReturnAfter: 3 });
    const play = new ComplaintPlay(h);
    complaint = await play.entered({ change, persons: [{ person: 'U-li' }] });
    await play.waitsFor(complaint, 'facts');
    await h.db.cases.updateOne({ _id: change }, { $set: { origin: complaint } });
    await h.db.cases.updateOne(
      { _id: complaint },
      { $set: { links: [{ caseId: change, process: 'change-cutover', state: 'open' }] } },
    );
    const faults = new FaultPlay(h);
    await faults.finishes(await faults.answered({ device: 'D-0004' }));
    await faults.entered({ level: null, urgency: null, class: null });
    fault = await faults.answered({ device: 'D-0004' });
    await h.as('zheng').starts(callbackBody({ about: fault }));
    const at = new Date(Date.now() - 60_000).toISOString();
    const over = { state: 'completed', stage: 'archive', closedAt: new Date(), historyFiledAt: new Date() } as const;
    await h.db.cases.insertMany([
      callbackRow(`HF-${look}-1`, at, said(95, true), { workers: ['U-li'] }, over),
      callbackRow(`HF-${look}-2`, at, said(40, false), { workers: ['U-li', 'U-zhao'] }, over),
    ]);
    for (const kind of ['form', 'alerts'] as const) {
      const name = kind === 'form' ? '财政信息中心报修页面' : '机房监控';
      sources[kind] = (await addSource(h.as('admin-demo'), { kind, name, contact: '服务台 400-800-1234' })).id;
    }
    for (const [address, changed] of CHANGES) {
      const etag = (await h.as('admin-demo').get(address)).headers.get('etag') ?? '';
      await h.as('admin-demo').send('PATCH', address, changed, { headers: { 'if-match': etag } });
    }
    const draft = { headers: { 'if-match': '"0"' } };
    expect((await h.as('admin-demo').send('PUT', '/calendars/5x8/draft', DRAFT, draft)).status).toBe(200);
    const [from, to] = [Date.now(), Date.now() + 86_400_000].map((at) => new Date(at).toISOString());
    const absence = { personId: 'U-zhao', substituteId: 'U-li', from, to, reason: '年假' };
    expect((await h.as('wang').post('/absences', absence)).status).toBe(201);
    await h.as('li').post(`/cases/${caseId}/comments`, {
      ...{ text: '检测报告已上传，请 @王经理 尽快审批。', mentions: ['U-wang'] },
    });
    await h.as('li').post(`/cases/${caseId}/copies`, { to: ['U-wang', 'U-zheng'], message: '请阅知' });
  });

  it('shuts nobody out, complains of nothing, and fits the screen', async () => {
    const before = await openPage(browser, h.url, { screen, language });
    await before.page.goto('/sign-in');
    await before.page.getByRole('button', { name: /李工/ }).waitFor();
    await picture(before.page, `sign-in-${look}`);
    const findings: string[] = (await seriousFindings(before.page)).map((found) => `/sign-in ${found}`);

    const wang = await Visitor.signsIn(browser, h.url, '王经理', { screen, language });
    const admin = await Visitor.signsIn(browser, h.url, '演示管理员', { screen, language });
    const looked: readonly (readonly [Visitor, string, string])[] = [
      [wang, '/tasks', 'tasks'],
      [wang, `/tasks/${caseId}.manager-review.1`, 'task'],
      [wang, `/tasks/${caseId}.receipt.1`, 'task-decided'],
      [wang, `/cases/${caseId}`, 'case'],
      [wang, '/tasks?view=started', 'started'],
      [wang, '/start', 'start'],
      [wang, '/start/scrap', 'start-scrap'],
      [wang, '/copies', 'copies'],
      [admin, '/cases', 'cases'],
      [admin, `/cases/${closed}`, 'case-returned'],
      [admin, '/devices', 'devices'],
      [admin, '/devices/D-0004', 'device'],
      [admin, '/devices/import', 'import'],
      [admin, '/customers/import', 'import-customers'],
      [admin, '/people/import', 'import-people'],
      [admin, '/customers', 'customers'],
      [admin, '/customers/C-0001', 'customer'],
      [admin, '/people', 'people'],
      [admin, '/people?q=nobody-has-this', 'people-none'],
      [admin, '/people/U-wang', 'person'],
      [wang, '/people/U-chen', 'person-of-customer'],
      [wang, '/absences', 'absences'],
      [wang, '/absences?view=led', 'absences-led'],
      [admin, '/teams', 'teams'],
      [admin, '/teams/T-0001', 'team'],
      [admin, '/teams/T-0001/roster', 'roster'],
      [admin, '/teams/T-0001/roster/edit', 'roster-edit'],
      [wang, `/cases/${change}`, 'case-cutover'],
      [wang, '/cutovers', 'cutovers'],
      [wang, '/complaints', 'complaints'],
      [admin, '/complaints?view=statistics', 'complaint-figures'],
      [wang, `/cases/${complaint}`, 'case-complaint'],
      [wang, '/faults', 'faults'],
      [wang, '/faults?view=register', 'fault-register'],
      [admin, `/faults?view=figures&year=${new Date().getFullYear()}`, 'fault-figures'],
      [wang, `/cases/${fault}`, 'case-fault'],
      [wang, '/callbacks', 'callbacks'],
      [wang, '/callbacks?view=register', 'callback-register'],
      [wang, '/callbacks?view=figures', 'callback-figures'],
      [wang, '/calendars', 'calendars'],
      [wang, '/calendars/5x8', 'calendar'],
      [admin, '/calendars/5x8/edit', 'calendar-edit'],
      [admin, '/calendars/hospital/edit', 'calendar-new'],
      [wang, '/service-levels', 'service-levels'],
      [admin, '/service-levels', 'service-levels-edit'],
      [admin, '/webhooks', 'webhooks'],
      [admin, '/intake-sources', 'intake-sources'],
      [admin, `/intake-sources/${sources.form}`, 'intake-source-form'],
      [admin, `/intake-sources/${sources.alerts}`, 'intake-source-alerts'],
      [admin, '/access-log', 'access-log'],
      [admin, '/access-log?action=PATCH+%2Fusers%2F%7Bid%7D', 'access-log-changes'],
      [admin, '/search', 'search'],
      [admin, '/me', 'me'],
      [admin, '/tasks/nothing', 'nothing'],
    ];
    for (const [visitor, address, name] of looked) {
      await visitor.opens(address);
      await picture(visitor.page, `${name}-${look}`);
      const tooWide = await visitor.page.evaluate<string>(WHAT_IS_TOO_WIDE);
      if (tooWide !== '') findings.push(`${address} is too wide: ${tooWide}`);
      findings.push(...(await seriousFindings(visitor.page)).map((found) => `${address} ${found}`));
    }
    await admin.opens('/devices/import');
    const buffer = Buffer.from('客户,序列号,设备名称,购置日期\nC-0001,J30CZ001A1,核心交换机,去年\n没有的客户,S-1,,\n');
    await admin.page.getByTestId('import-file').setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer });
    await admin.page.getByText(language === 'zh' ? '逐行预览' : 'Row by row').waitFor();
    await admin.settles();
    await picture(admin.page, `import-faults-${look}`);
    const tooWide = await admin.page.evaluate<string>(WHAT_IS_TOO_WIDE);
    if (tooWide !== '') findings.push(`an import is too wide: ${tooWide}`);
    findings.push(...(await seriousFindings(admin.page)).map((found) => `an import ${found}`));

    await admin.opens('/calendars/5x8/edit');
    const feed = { name: '节假日.ics', mimeType: 'text/calendar', buffer: Buffer.from(FEED) };
    await admin.page.getByTestId('import-file').setInputFiles(feed);
    await admin.page.getByText('圣诞节').first().waitFor();
    await admin.settles();
    await admin.page.getByText('圣诞节').first().scrollIntoViewIfNeeded();
    await picture(admin.page, `calendar-import-${look}`);
    const isWide = await admin.page.evaluate<string>(WHAT_IS_TOO_WIDE);
    if (isWide !== '') findings.push(`a calendar file is too wide: ${isWide}`);
    findings.push(...(await seriousFindings(admin.page)).map((found) => `a calendar file ${found}`));

    await admin.opens('/devices/D-0004');
    await admin.page.getByRole('button', { name: language === 'zh' ? '编辑' : 'Edit' }).click();
    await admin.page.getByRole('dialog').waitFor();
    findings.push(...(await seriousFindings(admin.page)).map((found) => `editing ${found}`));
    for (const [verb, name] of [
      [language === 'zh' ? '停用' : 'Deactivate', 'deactivate'],
      [language === 'zh' ? '设置密码' : 'Set a password', 'set-password'],
      [language === 'zh' ? '编辑' : 'Edit', 'edit-person'],
    ] as const) {
      await admin.opens('/people/U-wang');
      await admin.page.getByRole('button', { name: new RegExp(`${verb}$`) }).click();
      await admin.page.getByRole('dialog').waitFor();
      await admin.page.waitForLoadState('networkidle');
      await picture(admin.page, `${name}-${look}`);
      findings.push(...(await seriousFindings(admin.page)).map((found) => `${name} ${found}`));
    }

    expect(findings).toEqual([]);
    const complaints = [...before.complaints, ...wang.complaints, ...admin.complaints];
    // The browser itself writes an answer of 404 to its console.
    expect(complaints.filter((text) => !/status of 404/.test(text))).toEqual([]);
  });
});
