import type { Role } from '../../models/codes';
import type {
  MajorMeeting,
  MajorReport,
  MajorRequest,
  MajorStaff,
  MajorWork,
} from '../../models/contracts/major-maintenance-forms';
import type { MajorData } from '../../models/contracts/major-maintenance-run';
import type { TaskItem } from '../../models/contracts/task';
import type { Desk } from '../human-task/desk';
import { back, end, next, procedure } from '../human-task/procedure';
import { inCharge, told, tellingNoMore } from './major-maintenance-progress';
import { FOR_CUSTOMER, holding } from './posts';

/** Who assigns people to it. */
const LEADERS = [
  'project-manager',
  'deputy-project-manager',
  'tech-lead',
  'maintenance-manager',
  'management',
] as const satisfies Role[];

const PARTS: Readonly<Record<MajorStaff['people'][number]['part'], string>> = {
  lead: '负责人',
  'second-line': '二线技术人员',
  expert: '公司专家',
  support: '配合',
};

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
    rebuilt: null,
    work: null,
    report: null,
    refusals: [],
    result: null,
  }),

  stages: {
    // 立刻安排足够人数的二线技术人员和公司技术专家进行现场技术支持服务; project manager and user are told.
    async staffing(desk) {
      const whom = holding(desk, await desk.holders(LEADERS), LEADERS) ?? desk.role('project-manager');
      const staffed = await desk.ask<MajorStaff>({ step: 'staff', whom, form: { id: 'major.staff', version: 1 } });
      learn(desk, staffed.names);
      desk.data.people = staffed.form.people;
      desk.data.toldAt = staffed.at;
      await desk.file('dispatch', 'open');
      desk.once('told', () => tellStaffed(desk));
      return next();
    },

    // 会议纪要: who takes the minutes is named; they go out the same day [002 §6.3].
    async meeting(desk) {
      const form = { id: 'major.meeting', version: 1 };
      const held = await told<MajorMeeting>(desk, { step: 'meeting', whom: inCharge(desk), form });
      learn(desk, held.names);
      const whom = desk.persons(held.form.minutesBy);
      await told(desk, { step: 'minutes', whom, form: { id: 'major.minutes', version: 1 } });
      await desk.file('meeting-minutes', 'open');
      return next();
    },

    // 全力支持: worked on, rebuilt in a test environment where that helps, the customer told meanwhile.
    async work(desk) {
      const again = whyAgain(desk);
      const { signature: _signed, ...work } = (
        await told<MajorWork>(
          desk,
          {
            step: 'work',
            whom: inCharge(desk),
            form: { id: 'major.work', version: 1 },
            prefill: desk.data.work ?? {},
            ...(again && { item: again }),
          },
          { mayRebuild: true },
        )
      ).form;
      desk.data.work = work;
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

    // The user's lead confirms it, by a link; or it is worked on again.
    async confirmation(desk) {
      const confirmed = await desk.ask({
        step: 'confirm',
        whom: holding(desk, await desk.holders(FOR_CUSTOMER), FOR_CUSTOMER) ?? desk.applicant,
        form: { id: 'major.confirmation', version: 1 },
        outcomes: ['approve', 'reject'],
        item: resultItem(desk),
      });
      const { data } = desk;
      if (confirmed.outcome === 'approve') return next();
      const { at, by, comment } = confirmed;
      data.refusals = [...data.refusals, { at, by, comment }];
      data.toldAt = at;
      return back('work');
    },

    // 技术服务单, confirmed by the user.
    async archive(desk) {
      const { work, people } = desk.data;
      await desk.file('service-sheet', 'completed');
      const workers = people.map(({ person }) => person).join(',');
      const solved = work?.outcome === 'solved';
      const solvedAt = solved ? (desk.standing('work')?.at ?? null) : null;
      desk.data.result = { solved, solvedAt, summary: work?.summary ?? '', workers };
      return end('completed');
    },
  },

  noEndingFrom: 'archive',
});

function tellStaffed(desk: Major): void {
  const { people, names } = desk.data;
  const told = people.map(({ person, part }) => `${names[person] ?? person}（${PARTS[part]}）`).join('、');
  const details = { reason: told };
  desk.tell('major-staffed', details, desk.role('project-manager'), desk.role('customer-lead'));
  desk.tell('major-staffed', details, desk.persons(...people.map(({ person }) => person)));
}

/** What the user is asked to confirm. */
function resultItem({ data }: Major): TaskItem {
  const attempt = data.refusals.length + 1;
  const solved = data.work?.outcome === 'solved' ? '已解决' : '暂时不能解决';
  return {
    key: `${attempt}`,
    title: attempt === 1 ? { zh: '处理结果', en: 'what was done' } : nth(attempt),
    facts: [
      { label: { zh: '处理结果', en: 'What came of it' }, value: `${solved}。${data.work?.summary ?? ''}` },
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
