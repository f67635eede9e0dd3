import { CASE_STATES } from '../../models/codes';
import { MAIL_KINDS } from '../../models/contracts/record';
import { clip } from '../../activities/mail/one-line';
import { renderMail } from '../../activities/mail/template';
import { inEnglish, look, mailRow } from './mail-row';

const toApplicant = { taskId: null, step: 'archive', kind: 'case-closed', dueAt: null } as const;
const applicant = { id: 'u-li', name: '李工', address: 'li@ops.example.com', language: 'zh' } as const;

describe('a mail about a task', () => {
  test('says in Chinese what is to be done, about what, and until when', () => {
    const { subject, text } = renderMail(mailRow(), look);
    expect(subject).toBe('【待办】设备报废审批 BF-20261121-0001：项目经理审批（HP LaserJet M404dn（SN PHB1234567））');
    expect(text).toBe(`王经理，您好：

请您办理“项目经理审批”。

流程：设备报废审批
编号：BF-20261121-0001
事项：HP LaserJet M404dn（SN PHB1234567）
步骤：项目经理审批
客户：市第一人民医院
申请人：李工
办理时限：2026年11月23日 18:00（周一）

打开任务：
https://ops.example.com/tasks/BF-20261121-0001.manager-review.1

--
本邮件由系统自动发出，请勿回复。打开链接不会作出任何决定，须登录后办理。
示范运维服务有限公司
`);
  });

  test('says it in English to those who chose English', () => {
    const { subject, text } = renderMail(inEnglish(), look);
    expect(subject).toBe(
      "[To do] Equipment scrap approval BF-20261121-0001: Project manager's approval (HP LaserJet M404dn（SN PHB1234567）)",
    );
    expect(text).toBe(`Dear Ms Wang,

Please answer “Project manager's approval”.

Procedure: Equipment scrap approval
Number: BF-20261121-0001
Subject: HP LaserJet M404dn（SN PHB1234567）
Step: Project manager's approval
Customer: 市第一人民医院
Applicant: 李工
Due: Monday 23 November 2026, 18:00

Open the task:
https://ops.example.com/tasks/BF-20261121-0001.manager-review.1

--
This mail was sent automatically; please do not reply. Opening the link decides nothing, you sign in first.
示范运维服务有限公司
`);
  });

  test('tells who returned it and why, line by line', () => {
    const details = { returnedBy: '赵主任', reason: '缺少检测报告。\n请补充后再提交。' };
    const mail = { step: 'amend', details, recipient: applicant };
    const { text, html } = renderMail(mailRow(mail), look);
    expect(text).toContain('赵主任已将流程退回，请您办理“补充修改申请”。');
    expect(text).toContain('退回原因：\n缺少检测报告。\n请补充后再提交。\n');
    expect(html).toContain('缺少检测报告。<br>请补充后再提交。');
    expect(renderMail(inEnglish({ step: 'amend', details }), look).text).toContain(
      '赵主任 has returned the case. Please answer “Amend the request”.\n\nWhy it was returned:\n缺少检测报告。',
    );
  });

  test('tells who handed it over and why', () => {
    const details = { transferredBy: '张副经理', reason: '我下周出差' };
    expect(renderMail(mailRow({ details }), look).text).toContain(
      '张副经理已将此任务转交给您，请您办理“项目经理审批”。\n\n转办原因：\n我下周出差\n',
    );
    expect(renderMail(inEnglish({ details }), look).text).toContain('Why it was handed over:\n我下周出差');
  });

  test('reminds by saying how much of the time is used', () => {
    const reminder = { kind: 'task-reminder', details: { step: 'manager-review', atPercent: 50 } } as const;
    const { subject, text } = renderMail(mailRow(reminder), look);
    expect(subject).toMatch(/^【催办】/);
    expect(text).toContain('办理时限已用 50%，“项目经理审批”尚未办结，请尽快办理。');
    expect(renderMail(inEnglish(reminder), look).text).toContain('is still waiting for you. 50% of the time is used.');
  });

  test('escalates to the next person', () => {
    const escalated = { kind: 'task-escalated', details: { atPercent: 75 } } as const;
    const { subject, text } = renderMail(mailRow(escalated), look);
    expect(subject).toMatch(/^【升级】/);
    expect(text).toContain('办理时限已用 75%，“项目经理审批”尚未办结，现升级给您，请您办理。');
    expect(renderMail(inEnglish(escalated), look).text).toContain('is now passed on to you. 75% of the time is used.');
  });

  test('tells the manager which step is late and when it was due', () => {
    const late = { kind: 'task-late', details: { atPercent: 100 } } as const;
    const { subject, text } = renderMail(mailRow(late), look);
    expect(subject).toMatch(/^【逾期】/);
    expect(text).toContain('“项目经理审批”到期未办结，请您关注并督促。办理时限已用完。');
    expect(text).toContain('办理时限：2026年11月23日 18:00（周一）');
    expect(renderMail(mailRow({ ...late, details: { atPercent: 150 } }), look).text).toContain('办理时限的 150%');
    expect(renderMail(inEnglish(late), look).text).toContain('All of the time is used.');
  });

  test('says that a withdrawn task needs nothing more', () => {
    const { subject, text } = renderMail(mailRow({ kind: 'task-withdrawn' }), look);
    expect(subject).toMatch(/^【撤销】/);
    expect(text).toContain('流程已提前结束，“项目经理审批”已撤销，您无需再办理。');
    expect(renderMail(inEnglish({ kind: 'task-withdrawn' }), look).text).toContain('was withdrawn');
  });
});

describe('a mail to somebody without an account', () => {
  const recipient = { ...mailRow().recipient, hasNoAccount: true } as const;

  test('links to where they decide, and asks them to keep the link to themselves', () => {
    const { text, html } = renderMail(mailRow({ recipient }), look, {
      token: 'T0ken',
      until: new Date('2026-12-21T02:00:00.000Z'),
    });
    expect(text).toContain('链接在 2026年12月21日 10:00（周一） 前有效。');
    expect(text).toContain('查看并办理：\nhttps://ops.example.com/decide/T0ken\n');
    expect(text).toContain('在页面上确认后才生效。链接仅供您本人使用，请勿转发。');
    expect(html).toContain('href="https://ops.example.com/decide/T0ken"');
    for (const said of [text, html]) expect(said).not.toMatch(/登录|\/tasks\//);
  });

  test('has no link where it asks for nothing', () => {
    const { text, html } = renderMail(mailRow({ ...toApplicant, recipient }), look);
    for (const said of [text, html]) expect(said).not.toMatch(/https:|登录|href/);
    expect(text).toContain('本邮件由系统自动发出，请勿回复。');
  });
});

describe('a mail about a case', () => {
  test('tells the applicant that it was returned, by whom, whereto and why', () => {
    const details = { returnedBy: '赵主任', reason: '缺少检测报告' };
    const mail = mailRow({ ...toApplicant, kind: 'case-returned', step: 'amend', recipient: applicant, details });
    const { subject, text } = renderMail(mail, look);
    expect(subject).toMatch(/^【退回】/);
    expect(text).toContain('赵主任已退回您提交的申请，退回至“补充修改申请”。\n\n退回原因：\n缺少检测报告\n');
    expect(text).toContain('https://ops.example.com/cases/BF-20261121-0001\n');
    expect(renderMail(inEnglish({ ...mail, recipient: { ...applicant, language: 'en' } }), look).text).toContain(
      '赵主任 has returned your request to “Amend the request”.',
    );
  });

  test('tells why it went back by itself, and names nobody who sent it back', () => {
    const cause = { zh: '批准时割接窗口已经结束', en: 'the window was over' };
    const mail = mailRow({
      ...toApplicant,
      kind: 'case-returned',
      step: 'amend',
      recipient: applicant,
      details: { cause },
    });
    const { text } = renderMail(mail, look);
    expect(text).toContain('流程已回到“补充修改申请”。\n\n原因：\n批准时割接窗口已经结束\n');
    const english = renderMail(inEnglish({ ...mail, recipient: { ...applicant, language: 'en' } }), look).text;
    expect(english).toContain('The case is back at “Amend the request”.\n\nReason:\nthe window was over\n');
  });

  test.each([
    ['rolled-back', '届时未完成的割接将按计划回退', 'is rolled back'],
    ['decided', '已过不可回退点，届时由维护经理决定继续或回退', 'decides then, forward or back'],
    ['planned-anew', '割接尚未开始，届时将中止并重新安排窗口', 'needs another window'],
  ])('tells what becomes of a cutover when its window ends: %s', (then, zh, en) => {
    const details = { windowEndsAt: '2026-11-23T15:30:00.000Z', then };
    const mail = mailRow({
      ...toApplicant,
      process: 'change-cutover',
      kind: 'window-ending',
      recipient: applicant,
      details,
    });
    const { text } = renderMail(mail, look);
    expect(text).toContain(zh);
    expect(text).toContain('窗口结束：2026年11月23日 23:30（周一）');
    expect(text).not.toContain('自动恢复');
    expect(renderMail(inEnglish({ ...mail, recipient: { ...applicant, language: 'en' } }), look).text).toContain(en);
  });

  test('announces an emergency, with its window and what is asked of the user afterwards', () => {
    const details = { windowBeginsAt: '2026-11-23T14:00:00.000Z', windowEndsAt: '2026-11-23T15:30:00.000Z' };
    const mail = { ...toApplicant, process: 'change-cutover', recipient: applicant, details };
    const { text } = renderMail(mailRow({ ...mail, kind: 'cutover-announced' }), look);
    expect(text).toContain('窗口开始：2026年11月23日 22:00（周一）\n窗口结束：2026年11月23日 23:30（周一）');
    expect(text).toContain('割接后请您补批');
  });

  test.each([
    ['completed', '已完成', 'completed'],
    ['rolled-back', '已回退', 'rolled back'],
    ['joined', '已并入在办的同一故障', 'joined to the case that is open about it'],
    ['rejected', '未获批准', 'rejected'],
    ['withdrawn', '申请人已撤回', 'withdrawn by the applicant'],
    ['cancelled', '已取消', 'cancelled'],
    ['expired', '逾期未办，已终止', 'ended because a deadline expired'],
  ])('says that it ended: %s', (state, zh, en) => {
    const mail = { ...toApplicant, details: { state, reason: '重复申请' } };
    const chinese = renderMail(mailRow({ ...mail, recipient: applicant }), look);
    expect(chinese.subject).toMatch(`【办结】设备报废审批 BF-20261121-0001：${zh}（HP`);
    expect(chinese.text).toContain(`您提交的申请已结束，结果：${zh}。`);
    expect(chinese.text).toContain('原因：\n重复申请\n');
    expect(chinese.text).not.toContain('步骤：');
    expect(chinese.text).toContain('https://ops.example.com/cases/BF-20261121-0001\n');
    const english = renderMail(inEnglish(mail), look);
    expect(english.subject).toMatch(`[Closed] Equipment scrap approval BF-20261121-0001: ${en} (HP`);
    expect(english.text).toContain(`The request of 李工 is closed: ${en}.`);
  });

  test('every final state is covered above', () => {
    expect(CASE_STATES).toEqual([
      ...['open', 'completed', 'rolled-back', 'joined', 'rejected', 'withdrawn', 'cancelled', 'expired'],
    ]);
  });

  test('of a refused scrap request says where the device is', () => {
    const mail = { ...toApplicant, details: { state: 'rejected' } };
    expect(renderMail(mailRow(mail), look).text).toContain('设备现存放于主管部门');
    expect(renderMail(inEnglish(mail), look).text).toContain('The device is with the competent department');
    expect(renderMail(mailRow({ ...mail, process: 'another' }), look).text).not.toContain('主管部门');
    expect(renderMail(mailRow({ ...mail, details: { state: 'withdrawn' } }), look).text).not.toContain(
      '存放于主管部门',
    );
  });

  test('without a known ending says only that it is closed', () => {
    const { subject, text } = renderMail(mailRow({ ...toApplicant, details: { state: 'open' } }), look);
    expect(subject).toBe('【办结】设备报废审批 BF-20261121-0001（HP LaserJet M404dn（SN PHB1234567））');
    expect(text).toContain('李工提交的申请已结束。');
  });
});

describe.each(MAIL_KINDS.flatMap((kind) => [{ kind, write: mailRow } as const, { kind, write: inEnglish } as const]))(
  'every mail ($kind, $write.name)',
  ({ kind, write }) => {
    const evil = `<script>alert("1")</script>\r\nBcc: everybody@example.com\u202e&'`;

    test('escapes every value and loads nothing', () => {
      const { html } = renderMail(
        write({
          kind,
          subject: evil,
          customerName: evil,
          caseId: evil,
          taskId: evil,
          applicant: { id: 'u', name: evil },
          recipient: { ...write().recipient, name: evil },
          step: evil,
          process: evil,
          details: { returnedBy: evil, transferredBy: evil, reason: evil, atPercent: 50, state: 'rejected' },
        }),
        { ...look, companyName: evil, publicUrl: 'https://ops.example.com/"><script>' },
      );
      expect(html).not.toMatch(/<script/i);
      expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
      expect(html).not.toMatch(/<(img|link|style|iframe|form)|url\(|@import|javascript:/i);
      expect(html.match(/(src|href)="[^"]*"/g)).toHaveLength(1);
    });

    test('has a subject of one short line, whatever is in the values', () => {
      const long = evil.repeat(300);
      const { subject } = renderMail(write({ kind, subject: long, step: long, process: long, caseId: long }), look);
      expect(subject).not.toMatch(/[\p{Cc}\u202e]/u);
      expect(subject.length).toBeLessThanOrEqual(160);
    });

    test('does without a due time, a customer, a subject or details', () => {
      const bare = write({
        kind,
        dueAt: null,
        customerName: null,
        subject: '',
        details: { reason: 7, atPercent: 'x' },
      });
      const { subject, text, html } = renderMail(bare, look);
      for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|NaN|Invalid|\[object/);
      expect(text).not.toMatch(/办理时限：|Due:|客户：|Customer:|事项：/);
      expect(subject).not.toMatch(/（）|\(\)/);
    });

    test('opens the case or the task, never decides', () => {
      const { html, text } = renderMail(write({ kind }), look);
      const url = 'https://ops.example.com/tasks/BF-20261121-0001.manager-review.1';
      expect(html).toContain(`href="${url}"`);
      expect(text).toContain(`\n${url}\n`);
    });
  },
);

test('the time is that of the company, also past midnight and on a Sunday', () => {
  const dueAt = new Date('2026-11-21T16:05:00.000Z');
  expect(renderMail(mailRow({ dueAt }), look).text).toContain('办理时限：2026年11月22日 00:05（周日）');
  expect(renderMail(mailRow({ dueAt }), { ...look, timeZone: 'Europe/Berlin' }).text).toContain(
    '11月21日 17:05（周六）',
  );
  expect(renderMail(inEnglish({ dueAt }), look).text).toContain('Due: Sunday 22 November 2026, 00:05');
});

test('a very long reason is cut, the case has all of it', () => {
  const { text } = renderMail(mailRow({ details: { returnedBy: '赵', reason: '缺'.repeat(4000) } }), look);
  expect(text).toContain('缺…\n');
  expect(text.length).toBeLessThan(1500);
});

test('cutting leaves no half character behind', () => {
  const family = '👨‍👩‍👧';
  expect(clip(family.repeat(3), 3)).toBe(family.repeat(3));
  expect(clip(family.repeat(4), 3)).toBe(`${family.repeat(2)}…`);
  expect(clip('abc', 3)).toBe('abc');
  expect(clip('abcd', 3)).toBe('ab…');
});

test('a change of the roster is told as such, of no case', () => {
  const details = {
    ...{ team: { id: 'T-0001', name: '驻场服务一组' }, by: '王经理', reason: '家中有事' },
    ...{ person: '赵工', insteadOf: '李工', from: '2026-11-24T00:30:00.000Z', to: '2026-11-24T12:30:00.000Z' },
  };
  const bare = { caseId: '', taskId: null, step: '', process: '', subject: '', customerName: null, dueAt: null };
  const row = mailRow({ ...bare, kind: 'duty-changed', details });
  const { subject, text } = renderMail(row, look);
  expect(subject).toBe('【换班】驻场服务一组：赵工替李工值班');
  expect(text).toContain('王经理调整了值班安排');
  expect(text).toContain(`团队：驻场服务一组
开始：2026年11月24日 08:30（周二）
结束：2026年11月24日 20:30（周二）
值班人：赵工
原值班人：李工

查看值班表：
https://ops.example.com/teams/T-0001/roster
`);
  expect(text).not.toContain('申请人');
});

test('a swap is told in one mail, with both stretches', () => {
  const details = {
    ...{
      team: { id: 'T-0001', name: '驻场服务一组' },
      by: '王经理',
      reason: '家中有事',
      person: '赵工',
      insteadOf: '李工',
    },
    ...{ from: '2026-11-24T00:30:00.000Z', to: '2026-11-24T12:30:00.000Z' },
    inReturn: { from: '2026-11-25T00:30:00.000Z', to: '2026-11-25T12:30:00.000Z' },
  };
  const bare = { caseId: '', taskId: null, step: '', process: '', subject: '', customerName: null, dueAt: null };
  const row = mailRow({ ...bare, kind: 'duty-changed', details });
  expect(renderMail(row, look).subject).toBe('【换班】驻场服务一组：赵工与李工换班');
  expect(renderMail(row, look).text).toContain(`团队：驻场服务一组
赵工替李工值班：2026年11月24日 08:30（周二） 至 2026年11月24日 20:30（周二）
李工替赵工值班：2026年11月25日 08:30（周三） 至 2026年11月25日 20:30（周三）
`);
  const cancelled = renderMail(inEnglish({ ...bare, kind: 'duty-change-cancelled', details }), look);
  expect(cancelled.subject).toBe('[Duty as before] 驻场服务一组: 赵工 and 李工 swap');
  expect(cancelled.text).toContain('家中有事');
});
