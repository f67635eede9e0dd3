import type { Role } from '../../models/codes';
import type {
  MajorMeeting,
  MajorMinutes,
  MajorReport,
  MajorRequest,
  MajorStaff,
  MajorWork,
} from '../../models/contracts/major-maintenance-forms';
import type { MajorData } from '../../models/contracts/major-maintenance-run';
import type { Deadline } from '../../models/contracts/policy';
import type { TaskItem } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import { back, end, next, procedure } from '../human-task/procedure';
import { inTime } from './in-time';
import { inCharge, told, tellingNoMore } from './major-maintenance-progress';
import { customerOf, tellCustomer, tellMinutes, tellOver, tellStaffed } from './major-maintenance-telling';
import { customersVoice, holding } from './posts';
import { sameDay } from './same-day';

/** Who assigns people to it. */
const LEADERS = [
  'project-manager',
  'deputy-project-manager',
  'tech-lead',
  'maintenance-manager',
  'management',
] as const satisfies Role[];

const WORK: readonly string[] = ['work', 'write-report', 'rebuild'];
const SOLVED: Text = { zh: '已解决', en: 'Solved' };
const NOT_SOLVED: Text = { zh: '暂时不能解决', en: 'Not to be solved for now' };

type Major = Desk<MajorData>;

/** 重大维护处理 [001 重大维护处理流程]: enough people at once, the customer told at a rhythm, worked on until the user confirms. */
export const majorMaintenance = procedure<MajorData>({
  begin: (input) => ({
    request: input.request as unknown as MajorRequest,
    names: {},
    people: [],
    progress: [],
    toldAt: null,
    told: 0,
    mails: [],
    rebuilt: null,
    work: null,
    solvedAt: null,
    isUnanswered: false,
    report: null,
    refusals: [],
    result: null,
  }),

  stages: {
    // 立刻安排足够人数的二线技术人员和公司技术专家进行现场技术支持服务; project manager and user are told.
    async staffing(desk) {
      const whom = holding(desk, await desk.holders(LEADERS), LEADERS) ?? desk.role('project-manager');
      const customer = await customerOf(desk);
      const { description } = desk.data.request;
      desk.once('opened', () => tellCustomer(desk, customer, 'major-opened', { reason: description }));
      const form = { id: 'major.staff', version: 1 };
      const staffed = await desk.ask<MajorStaff>({ step: 'staff', whom, form, deadline: inItsTime(desk, 'staff') });
      learn(desk, staffed.names);
      desk.data.people = staffed.form.people;
      desk.data.toldAt = staffed.at;
      await desk.file('dispatch', 'open');
      const toTell = await customerOf(desk);
      desk.once('told', () => tellStaffed(desk, toTell));
      return next();
    },

    // 会议纪要: who takes the minutes is named; they go out the same day [002 §6.3].
    async meeting(desk) {
      const form = { id: 'major.meeting', version: 1 };
      const deadline = inItsTime(desk, 'meeting');
      const held = await told<MajorMeeting>(desk, { step: 'meeting', whom: inCharge(desk), form, deadline });
      learn(desk, held.names);
      const minutes = await told<MajorMinutes>(desk, {
        step: 'minutes',
        whom: desk.persons(held.form.minutesBy),
        form: { id: 'major.minutes', version: 1 },
        deadline: sameDay(desk, await desk.endOfDay(held.form.at)),
      });
      desk.once('minutes-told', () => tellMinutes(desk, held, minutes));
      await desk.file('meeting-minutes', 'open');
      return next();
    },

    // 全力支持: worked on, rebuilt in a test environment where that helps, the customer told meanwhile.
    async work(desk) {
      const again = whyAgain(desk);
      const done = await told<MajorWork>(
        desk,
        {
          step: 'work',
          whom: inCharge(desk),
          form: { id: 'major.work', version: 1 },
          prefill: desk.data.work ?? {},
          deadline: inItsTime(desk, 'work'),
          ...(again && { item: again }),
        },
        { mayRebuild: true },
      );
      const { signature: _signed, ...work } = done.form;
      desk.data.work = work;
      desk.data.solvedAt = work.outcome === 'solved' ? done.at : null;
      learn(desk, done.names);
      tellingNoMore(desk);
      return next();
    },

    // 整改报告; 故障原因分析及处理报告 as well, unless the fault that opened this writes its own.
    async report(desk) {
      const form = { id: 'major.report', version: 1 };
      const prefill = desk.data.report ?? {};
      const written = await desk.ask<MajorReport>({ step: 'write-report', whom: inCharge(desk), form, prefill });
      const { signature: _signed, ...report } = written.form;
      desk.data.report = report;
      await desk.file('rectification', 'open');
      if (desk.facts.isFromFault !== true) await desk.file('fault-analysis', 'open');
      return next();
    },

    // Who speaks for the customer confirms it, by a link, and nobody who worked on it in their place; or it is worked on again.
    // Who says nothing in time is taken to agree, and the sheet says so.
    async confirmation(desk) {
      const came = await desk.firstOf([
        {
          step: 'confirm',
          whom: await customersVoice(desk),
          form: { id: 'major.confirmation', version: 1 },
          outcomes: ['approve', 'reject'],
          excludes: workersOf(desk),
          item: resultItem(desk),
          lapses: true,
        },
      ]);
      const { data } = desk;
      data.isUnanswered = came.kind === 'lapsed';
      if (came.kind !== 'decided' || came.decision.outcome === 'approve') return next();
      const { at, by, comment } = came.decision;
      data.refusals = [...data.refusals, { at, by, comment }];
      data.toldAt = at;
      data.solvedAt = null;
      const roles = [desk.role('project-manager'), desk.role('tech-lead')];
      desk.tell('major-refused', { reason: comment }, ...roles, inCharge(desk));
      return back('work', { cause: notConfirmed(comment) });
    },

    // 技术服务单, confirmed by the user.
    async archive(desk) {
      const { work, solvedAt } = desk.data;
      await desk.file('service-sheet', 'completed');
      const customer = await customerOf(desk);
      desk.once('told', () => tellOver(desk, customer, whatCameOfIt(desk)));
      const [solved, workers] = [work?.outcome === 'solved', workersOf(desk).join(',')];
      desk.data.result = { solved, solvedAt, summary: work?.summary ?? '', workers };
      return end('completed');
    },
  },

  noEndingFrom: 'archive',

  async whenCancelled(desk) {
    const customer = await customerOf(desk);
    const { reason } = desk.ending;
    tellOver(desk, customer, { zh: `已取消：${reason}`, en: `cancelled: ${reason}` });
  },
});

/** Whoever was assigned to it, has worked on it, or has said so. */
function workersOf({ data, recorded: { decisions } }: Major): string[] {
  const worked = decisions.filter(({ step }) => WORK.includes(step));
  const acted = decisions.filter(({ step }) => step === 'work').flatMap(({ form }) => (form as MajorWork).actions);
  return [
    ...new Set([
      ...data.people.map(({ person }) => person),
      ...acted.map(({ by }) => by),
      ...worked.map(({ by }) => by.id),
    ]),
  ];
}

/** Around the clock for level 1 [002 §2.3]; otherwise the night does not count. */
function inItsTime(desk: Major, step: string): Deadline {
  return inTime(desk, step, desk.data.request.level === '1' ? 'elapsed' : 'open');
}

function whatCameOfIt({ data: { work } }: Major): Text {
  const { zh, en } = work?.outcome === 'solved' ? SOLVED : NOT_SOLVED;
  const summary = work?.summary ?? '';
  return { zh: `${zh}。${summary}`, en: `${en}. ${summary}` };
}

function notConfirmed(comment: string): Text {
  return { zh: `用户未确认：${comment}`, en: `The user has not confirmed it: ${comment}` };
}

/** What the user is asked to confirm. */
function resultItem(desk: Major): TaskItem {
  const { data } = desk;
  const attempt = data.refusals.length + 1;
  return {
    key: `${attempt}`,
    title: attempt === 1 ? { zh: '处理结果', en: 'what was done' } : nth(attempt),
    facts: [
      { label: { zh: '处理结果', en: 'What came of it' }, value: whatCameOfIt(desk) },
      { label: { zh: '原因', en: 'Cause' }, value: data.report?.cause ?? '' },
      { label: { zh: '预防办法', en: 'How it is prevented' }, value: data.report?.prevention ?? '' },
    ],
  };
}

/** Why it is worked on once more. */
function whyAgain({ data }: Major): TaskItem | null {
  const last = data.refusals.at(-1);
  if (!last) return null;
  const attempt = data.refusals.length + 1;
  const why = { label: { zh: '用户未确认的原因', en: 'Why the user does not confirm it' }, value: last.comment };
  return { key: `${attempt}`, title: nth(attempt), facts: [why] };
}

function learn({ data }: Major, names: Readonly<Record<string, string>>): void {
  data.names = { ...data.names, ...names };
}

function nth(attempt: number) {
  return { zh: `第 ${attempt} 次处理`, en: `attempt ${attempt}` };
}
