import type { Role } from '../../models/codes';
import type {
  MajorMeeting,
  MajorMinutes,
  MajorOtherWay,
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
import { again, back, end, next, procedure } from '../human-task/procedure';
import { openCallback } from './callback-opening';
import { inTime } from './in-time';
import { tellingNoMore, told } from './major-maintenance-progress';
import { inCharge, issueDispatch, keyed, leadersOf, putInCharge } from './major-maintenance-staff';
import { customerOf, tellCustomer, tellMinutes, tellOver, tellUnsolved } from './major-maintenance-telling';
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

const STAFFINGS: readonly string[] = ['staff', 'restaff'];
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
    leaders: null,
    lead: null,
    staffings: 0,
    dispatched: 0,
    handovers: 0,
    attempt: 1,
    because: '',
    progress: [],
    toldAt: null,
    told: 0,
    mails: [],
    rebuilt: [],
    work: null,
    solvedAt: null,
    afterwards: null,
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
      desk.data.leaders = whom;
      desk.data.toldAt = staffed.at;
      if (desk.data.staffings === 0) putInCharge(desk, staffed);
      await issueDispatch(desk);
      return next();
    },

    // 会议纪要: who takes the minutes is named; they go out the same day [002 §6.3].
    async meeting(desk) {
      const held = await told<MajorMeeting>(desk, () => ({
        step: 'meeting',
        whom: inCharge(desk),
        form: { id: 'major.meeting', version: 1 },
        deadline: inItsTime(desk, 'meeting'),
        ...keyed(desk),
      }));
      learn(desk, held.names);
      const deadline = sameDay(desk, await desk.endOfDay(held.form.at));
      const minutes = await told<MajorMinutes>(desk, () => ({
        step: 'minutes',
        whom: desk.persons(held.form.minutesBy),
        form: { id: 'major.minutes', version: 1 },
        deadline,
      }));
      desk.once('minutes-told', () => tellMinutes(desk, held, minutes));
      await desk.file('meeting-minutes', 'open');
      return next();
    },

    // 全力支持: worked on, rebuilt in a test environment where that helps, the customer told meanwhile.
    async work(desk) {
      const done = await told<MajorWork>(
        desk,
        () => ({
          step: 'work',
          whom: inCharge(desk),
          form: { id: 'major.work', version: 1 },
          prefill: desk.data.work ?? {},
          deadline: inItsTime(desk, 'work'),
          ...keyed(desk),
        }),
        { mayRebuild: true },
      );
      const { signature: _signed, ...work } = done.form;
      desk.data.work = work;
      desk.data.solvedAt = work.outcome === 'solved' ? done.at : null;
      // Whose work was done by another, after a transfer, is that other's from now on.
      if (done.forWhom === null) desk.data.lead = done.by.id;
      learn(desk, done.names);
      return next();
    },

    // 暂时无法解决的故障…应告知用户并及时上报负责人，寻找其他解决途径 [004 二]: the customer is told on meanwhile.
    async 'other-way'(desk) {
      const { data } = desk;
      if (data.work?.outcome !== 'solved') {
        const customer = await customerOf(desk);
        desk.once('unsolved', () => tellUnsolved(desk, customer, data.work?.summary ?? ''));
        const chosen = await told<MajorOtherWay>(desk, () => ({
          step: 'choose-way',
          whom: leadersOf(desk),
          form: { id: 'major.other-way', version: 1 },
          deadline: inItsTime(desk, 'choose-way'),
          item: unsolvedItem(desk),
        }));
        const { way, plan } = chosen.form;
        if (way === 'again') {
          data.attempt += 1;
          data.because = plan;
          return again('work');
        }
        data.afterwards = plan;
      }
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
      data.attempt += 1;
      data.because = notConfirmed(comment);
      data.toldAt = at;
      data.solvedAt = null;
      data.afterwards = null;
      const roles = [desk.role('project-manager'), desk.role('tech-lead')];
      desk.tell('major-refused', { reason: comment }, ...roles, inCharge(desk));
      return back('work', { cause: notConfirmed(comment) });
    },

    // 技术服务单, confirmed by the user; then the customer is called back, where the fault that opened this does not do that.
    async archive(desk) {
      const { work, solvedAt } = desk.data;
      const workers = workersOf(desk);
      await desk.file('service-sheet', 'completed');
      if (desk.facts.isFromFault !== true) await callBack(desk, workers);
      const customer = await customerOf(desk);
      desk.once('told', () => tellOver(desk, customer, whatCameOfIt(desk)));
      const [solved, summary] = [work?.outcome === 'solved', summaryOf(desk).zh];
      desk.data.result = { solved, solvedAt, summary, workers: workers.join(',') };
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

/** 客户回访 of who speaks for the customer, by nobody who worked on it [001 现场技术支持服务]. */
async function callBack(desk: Major, workers: readonly string[]): Promise<void> {
  const { request, lead } = desk.data;
  await openCallback(desk, 'callback', {
    ...{ customer: request.customer, reason: 'job', reporter: { person: undefined } },
    ...{ follower: lead ?? undefined, workers },
  });
}

/** Whoever was assigned to it, has worked on it, or has said so. */
function workersOf({ recorded: { decisions } }: Major): string[] {
  const staffed = decisions.filter(({ step }) => STAFFINGS.includes(step));
  const worked = decisions.filter(({ step }) => WORK.includes(step));
  const acted = decisions.filter(({ step }) => step === 'work').flatMap(({ form }) => (form as MajorWork).actions);
  return [
    ...new Set([
      ...staffed.flatMap(({ form }) => (form as MajorStaff).people.map(({ person }) => person)),
      ...acted.map(({ by }) => by),
      ...worked.map(({ by }) => by.id),
    ]),
  ];
}

/** Around the clock for level 1 [002 §2.3]; otherwise the night does not count. */
function inItsTime(desk: Major, step: string): Deadline {
  return inTime(desk, step, desk.data.request.level === '1' ? 'elapsed' : 'open');
}

function whatCameOfIt(desk: Major): Text {
  const { zh, en } = desk.data.work?.outcome === 'solved' ? SOLVED : NOT_SOLVED;
  const summary = summaryOf(desk);
  return { zh: `${zh}。${summary.zh}`, en: `${en}. ${summary.en}` };
}

function summaryOf({ data: { work, afterwards } }: Major): Text {
  const summary = work?.summary ?? '';
  if (afterwards === null) return { zh: summary, en: summary };
  return { zh: `${summary}。后续安排：${afterwards}`, en: `${summary}. Arranged: ${afterwards}` };
}

/** What whoever decides how it goes on has to know. */
function unsolvedItem({ data: { attempt, work } }: Major): TaskItem {
  const done = { label: { zh: '处理情况', en: 'What was done' }, value: work?.summary ?? '' };
  return { key: `${attempt}`, title: NOT_SOLVED, facts: [done] };
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

function learn({ data }: Major, names: Readonly<Record<string, string>>): void {
  data.names = { ...data.names, ...names };
}

function nth(attempt: number) {
  return { zh: `第 ${attempt} 次处理`, en: `attempt ${attempt}` };
}
