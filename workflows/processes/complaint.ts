import type { Role } from '../../models/codes';
import type {
  ComplaintAnswer,
  ComplaintMeasures,
  ComplaintMeeting,
  ComplaintReport,
  ComplaintRequest,
} from '../../models/contracts/complaint-forms';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { Whom } from '../../models/contracts/people';
import type { TaskItem } from '../../models/contracts/task';
import type { Desk } from '../human-task/desk';
import { back, end, next, procedure, type Go } from '../human-task/procedure';
import type { Question } from '../human-task/question';
import { carriedOut, handsOf, measureOf } from './measures';
import { FOR_CUSTOMER, holding } from './posts';

/** Who follows a complaint, one level higher each time that the customer is not satisfied [processes §8]. */
const LEVELS = ['deputy-project-manager', 'project-manager', 'account-manager', 'management'] as const satisfies Role[];

/** Who asks the customer where nobody speaks for them, and who entered it has followed it. */
const ASKING = ['service-desk', 'account-manager', 'management'] as const satisfies Role[];

/** What who follows it does: they neither verify the measures nor say that the customer is satisfied. */
const FOLLOWED: readonly string[] = ['facts', 'meeting', 'write-report', 'measures', 'answer'];

const POSTS: readonly Role[] = [
  ...LEVELS,
  'service-desk',
  'ops-supervisor',
  'maintenance-manager',
  'qa',
  ...FOR_CUSTOMER,
];

const OPINION = { id: 'complaint.opinion', version: 1 } as const;

type Complaint = Desk<ComplaintData>;

/** 客户投诉处理 [001 客户投诉处理流程, 004 二]: answered at once, gone into, put right, and followed until the customer is satisfied. */
export const complaint = procedure<ComplaintData>({
  begin: (input) => ({
    request: input.request as unknown as ComplaintRequest,
    names: {},
    attempt: 1,
    level: 0,
    role: LEVELS[0],
    posts: null,
    report: null,
    measures: [],
    dissatisfied: [],
  }),

  stages: {
    // 当客户进行投诉的时候，必须给以高度重视并进行跟踪处理: registered, and answered at once with number and contact.
    async register(desk) {
      desk.clocks.start(desk.data.request.urgency);
      await lookUp(desk);
      desk.once('answered', () => tellReceived(desk));
      await desk.file('complaint-register', 'open');
      if (!desk.facts.canBeMailed)
        await desk.ask({ step: 'notify', whom: desk.applicant, form: { id: 'complaint.notice', version: 1 } });
      return next();
    },

    // 跟踪、协调、解决用户投诉问题 [001, 项目副经理]: the facts and their causes, by who follows it at this level.
    async facts(desk) {
      await lookUp(desk);
      const told = whyAgain(desk);
      const form = { id: 'complaint.facts', version: 1 };
      await desk.ask({ step: 'facts', whom: follower(desk), form, ...(told && { item: told }) });
      return next();
    },

    // 会议: who takes the minutes is named; 会议纪要 goes out the same day [002 §6.3].
    async meeting(desk) {
      const form = { id: 'complaint.meeting', version: 1 };
      const held = await desk.ask<ComplaintMeeting>({ step: 'meeting', whom: follower(desk), form });
      learn(desk, held.names);
      const whom = desk.persons(held.form.minutesBy);
      await desk.ask({ step: 'minutes', whom, form: { id: 'complaint.minutes', version: 1 } });
      await desk.file('meeting-minutes', 'open');
      return next();
    },

    // 整改报告: how it is put right, and kept from happening again.
    async report(desk) {
      const prefill = desk.isRepeated ? (desk.data.report ?? {}) : {};
      const form = { id: 'complaint.report', version: 1 };
      const written = await desk.ask<ComplaintReport>({ step: 'write-report', whom: follower(desk), form, prefill });
      const { signature: _signed, ...report } = written.form;
      desk.data.report = report;
      learn(desk, written.names);
      return next();
    },

    // Approved by the project manager; who wrote it does not approve it,
    'report-review': (desk) => review(desk, 'report-review', ['project-manager', 'account-manager', 'management']),

    // and by the ops supervisor where it concerns them.
    async 'ops-review'(desk) {
      const concerns = desk.standing<ComplaintReport>('write-report')?.form.operations === 'yes';
      const go = concerns
        ? await review(desk, 'ops-review', ['ops-supervisor', 'maintenance-manager', 'management'])
        : next();
      if (go.go === 'next') await desk.file('rectification', 'open');
      return go;
    },

    // 纠正和预防措施通知单: what is done, by whom, until when.
    async measures(desk) {
      const form = { id: 'complaint.measures', version: 1 };
      const set = await desk.ask<ComplaintMeasures>({ step: 'measures', whom: follower(desk), form });
      learn(desk, set.names);
      desk.data.measures = set.form.measures.map((one) => measureOf(one, set.names));
      await desk.file('measures-notice', 'open');
      return next();
    },

    // Each is its owner's, all at the same time, and each is verified by QA.
    async execution(desk) {
      const except = followers(desk);
      await carriedOut(desk, {
        forms: 'complaint',
        // QA, else management; neither who did it nor who follows the complaint.
        verifier: (measure) => holder(desk, ['qa', 'management'], [...handsOf(measure), ...except]) ?? desk.role('qa'),
        excludes: except,
      });
      await desk.file('measures-notice', 'open');
      return next();
    },

    // The customer is answered,
    async answer(desk) {
      const form = { id: 'complaint.answer', version: 1 };
      const answered = await desk.ask<ComplaintAnswer>({ step: 'answer', whom: follower(desk), form });
      desk.once('told', () => tellAnswered(desk, answered.form.answer));
      return next();
    },

    // and says whether that satisfies them; until there is a callback, by a link. Their time is not ours.
    async satisfaction(desk) {
      const { urgency } = desk.data.request;
      desk.clocks.pause(urgency, '等待客户答复');
      const said = await desk.ask({
        step: 'satisfaction',
        whom: customersVoice(desk),
        form: { id: 'complaint.satisfaction', version: 1 },
        outcomes: ['approve', 'reject'],
        excludes: followers(desk),
        item: answerItem(desk),
      });
      if (said.outcome === 'approve') {
        desk.clocks.stop(urgency);
        return next();
      }
      const { data } = desk;
      data.dissatisfied = [...data.dissatisfied, { at: said.at, role: data.role, by: said.by, comment: said.comment }];
      desk.clocks.resume(urgency);
      await goUp(desk);
      return back('facts');
    },

    // 投诉处理报告: 产生客户投诉后的处理情形报告.
    async archive(desk) {
      await desk.file('complaint-report', 'completed');
      return end('completed');
    },
  },

  noEndingFrom: 'archive',
});

/** Looks up who holds the roles that it may need, once for each attempt: people come and go while a complaint runs. */
async function lookUp(desk: Complaint): Promise<void> {
  const { data } = desk;
  if (data.posts?.attempt === data.attempt) return;
  data.posts = { attempt: data.attempt, holders: await desk.holders(POSTS) };
  raiseTo(desk, data.level);
}

/** It goes one level higher, where somebody is; at the top it stays, and says so. */
async function goUp(desk: Complaint): Promise<void> {
  const { data } = desk;
  const before = data.level;
  const reason = data.dissatisfied.at(-1)?.comment ?? '';
  data.attempt += 1;
  data.level = Math.min(before + 1, LEVELS.length - 1);
  await lookUp(desk);
  desk.note('level-raised', { role: data.role, isTop: data.level === before, reason });
}

/** The first level from one on that has somebody: who is complained of does not follow it. */
function raiseTo(desk: Complaint, from: number): void {
  const level = LEVELS.findIndex((role, index) => index >= from && holder(desk, [role]));
  desk.data.level = level === -1 ? LEVELS.length - 1 : level;
  desk.data.role = LEVELS[desk.data.level] ?? 'management';
}

/** The first of these roles that somebody holds for this attempt who is none of the excepted. */
function holder(desk: Complaint, roles: readonly Role[], except: readonly string[] = []): Whom | null {
  return holding(desk, desk.data.posts?.holders ?? {}, roles, except);
}

function follower(desk: Complaint): Whom {
  return desk.role(desk.data.role);
}

/** An approval of the report; 退回 sends it back, and nobody ends a complaint by refusing. */
async function review(desk: Complaint, step: string, roles: readonly [Role, ...Role[]]): Promise<Go> {
  const writer = desk.standing('write-report')?.by.id ?? '';
  const question: Question = {
    step,
    whom: holder(desk, roles, [writer]) ?? desk.role(roles[0]),
    form: OPINION,
    outcomes: ['approve', 'return'],
    // The complainant is told of the register once.
    returnsFrom: 'facts',
    excludes: [writer],
    ...desk.panel(step),
  };
  const decision = await desk.ask(question);
  return decision.outcome === 'return' ? back(decision.returnTo ?? '') : next();
}

/** Who says whether the customer is satisfied: who complained; else who speaks for the customer; else who entered it asks them, unless they follow it. */
function customersVoice(desk: Complaint): Whom {
  const { complainant } = desk.data.request;
  if (complainant !== undefined) return desk.persons(complainant);
  const [applicant = ''] = desk.applicant.kind === 'persons' ? desk.applicant.ids : [];
  const asks = followers(desk).includes(applicant) ? holder(desk, ASKING, followers(desk)) : desk.applicant;
  return holder(desk, FOR_CUSTOMER) ?? asks ?? desk.role(ASKING[0]);
}

/** Who has followed the complaint so far, also for somebody absent. */
function followers(desk: Complaint): string[] {
  const theirs = desk.recorded.decisions.filter(({ step }) => FOLLOWED.includes(step));
  return [...new Set(theirs.flatMap(({ by, forWhom }) => (forWhom ? [by.id, forWhom.id] : [by.id])))];
}

function tellReceived(desk: Complaint): void {
  const { complainant, name, mail } = desk.data.request;
  const contact = follower(desk);
  if (complainant !== undefined) desk.tellContacts('complaint-received', contact, desk.persons(complainant));
  else if (name !== undefined && mail !== undefined)
    desk.tellOutside('complaint-received', {}, { name, email: mail }, contact);
}

/** Who is in the directory is asked whether they are satisfied, with the answer; anybody else is written to. */
function tellAnswered(desk: Complaint, answer: string): void {
  const { complainant, name, mail } = desk.data.request;
  if (complainant === undefined && name !== undefined && mail !== undefined)
    desk.tellOutside('complaint-answered', { reason: answer }, { name, email: mail });
}

function answerItem(desk: Complaint): TaskItem {
  const { attempt } = desk.data;
  const answer = desk.standing<ComplaintAnswer>('answer')?.form.answer ?? '';
  return {
    key: `${attempt}`,
    title: attempt === 1 ? { zh: '我方答复', en: 'with our answer' } : nth(attempt),
    facts: [{ label: { zh: '我方答复', en: 'Our answer' }, value: answer }],
  };
}

/** Why it is gone into once more. */
function whyAgain({ data }: Complaint): TaskItem | null {
  const last = data.dissatisfied.at(-1);
  if (!last) return null;
  return {
    key: `${data.attempt}`,
    title: nth(data.attempt),
    facts: [{ label: { zh: '客户不满意的原因', en: 'Why the customer is not satisfied' }, value: last.comment }],
  };
}

function learn({ data }: Complaint, names: Readonly<Record<string, string>>): void {
  data.names = { ...data.names, ...names };
}

function nth(attempt: number) {
  return { zh: `第 ${attempt} 次处理`, en: `attempt ${attempt}` };
}
