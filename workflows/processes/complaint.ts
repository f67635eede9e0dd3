import { WORK_STEPS } from '../../models/callback-rules';
import type { Role } from '../../models/codes';
import type {
  ComplaintAnswer,
  ComplaintFacts,
  ComplaintMeasures,
  ComplaintMeeting,
  ComplaintMinutes,
  ComplaintReport,
  ComplaintRequest,
} from '../../models/contracts/complaint-forms';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { PauseCode } from '../../models/contracts/pause-words';
import type { Whom } from '../../models/contracts/people';
import type { TaskItem } from '../../models/contracts/task';
import type { Desk } from '../human-task/desk';
import { again, back, end, next, procedure, type Go } from '../human-task/procedure';
import type { Question } from '../human-task/question';
import { openCallback } from './callback-opening';
import { keepAttempt, type Word } from './complaint-attempts';
import { tellAnswered, tellEnded, tellMinutes, tellRaised, tellReceived } from './complaint-telling';
import { carriedOut, handsOf, measureOf } from './measures';
import { FOR_CUSTOMER, holding } from './posts';
import { sameDay } from './same-day';

/** Who follows a complaint, one level higher each time that the customer is not satisfied [processes §8]. */
const LEVELS = ['deputy-project-manager', 'project-manager', 'account-manager', 'management'] as const satisfies Role[];

/** Who asks the customer where nobody speaks for them, and who entered it has followed it. */
const ASKING = ['service-desk', 'account-manager', 'management'] as const satisfies Role[];

/** What who follows it does: they neither verify the measures nor say that the customer is satisfied. */
const FOLLOWED: readonly string[] = WORK_STEPS.complaint;

const POSTS: readonly Role[] = [
  ...LEVELS,
  'service-desk',
  'ops-supervisor',
  'maintenance-manager',
  'qa',
  ...FOR_CUSTOMER,
];

const AS_MEASURES_ARE_DUE: PauseCode = '@measures';
const FOR_THE_CUSTOMER: PauseCode = '@customer';

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
    found: [],
    posts: null,
    report: null,
    measures: [],
    dissatisfied: [],
    attempts: [],
    cancelled: null,
  }),

  stages: {
    // 当客户进行投诉的时候，必须给以高度重视并进行跟踪处理: registered, and answered at once with number and contact.
    async register(desk) {
      desk.clocks.start(desk.data.request.urgency);
      await lookUp(desk);
      desk.once('answered', () => tellReceived(desk, follower(desk)));
      await desk.file('complaint-register', 'open');
      if (!desk.facts.canBeMailed)
        await desk.ask({
          step: 'notify',
          whom: desk.applicant,
          form: { id: 'complaint.notice', version: 1 },
          item: noticeItem(desk),
        });
      return next();
    },

    // 跟踪、协调、解决用户投诉问题 [001, 项目副经理]: the facts and their causes, by who follows it at this level.
    async facts(desk) {
      await lookUp(desk);
      const told = whyAgain(desk);
      const form = { id: 'complaint.facts', version: 1 };
      const asked = { step: 'facts', whom: follower(desk), form, ...(told && { item: told }) };
      const { form: found, names } = await desk.ask<ComplaintFacts>(asked);
      learn(desk, names);
      hideFromFound(desk, found.persons ?? []);
      return next();
    },

    // 会议: who takes the minutes is named; 会议纪要最晚不要超过当天 [002 §6.3], and everybody who took part gets them.
    async meeting(desk) {
      await lookUp(desk);
      const form = { id: 'complaint.meeting', version: 1 };
      const held = await desk.ask<ComplaintMeeting>({ step: 'meeting', whom: follower(desk), form });
      learn(desk, held.names);
      const deadline = sameDay(desk, await desk.endOfDay(held.form.at));
      const whom = desk.persons(held.form.minutesBy);
      const asked = { step: 'minutes', whom, form: { id: 'complaint.minutes', version: 1 }, deadline };
      const minutes = await desk.ask<ComplaintMinutes>(asked);
      learn(desk, minutes.names);
      desk.once('minutes-told', () => tellMinutes(desk, minutes));
      await desk.file('meeting-minutes', 'open');
      return next();
    },

    // 整改报告: how it is put right, and kept from happening again.
    async report(desk) {
      const prefill = desk.data.report ?? {};
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

    // Each is its owner's, all at the same time, and each is verified by QA. They have dates of their own: ours stands still.
    async execution(desk) {
      const { urgency } = desk.data.request;
      desk.clocks.pause(urgency, AS_MEASURES_ARE_DUE);
      const except = followers(desk);
      await carriedOut(desk, {
        forms: 'complaint',
        // QA, else management; neither who did it nor who follows the complaint.
        verifier: (measure) => holder(desk, ['qa', 'management'], [...handsOf(measure), ...except]) ?? desk.role('qa'),
        excludes: except,
      });
      desk.clocks.resume(urgency);
      await desk.file('measures-notice', 'open');
      return next();
    },

    // The customer is answered, who has only a phone by who entered it,
    async answer(desk) {
      const form = { id: 'complaint.answer', version: 1 };
      const answered = await desk.ask<ComplaintAnswer>({ step: 'answer', whom: follower(desk), form });
      desk.once('told', () => tellAnswered(desk, answered.form.answer));
      if (!desk.facts.canBeMailed) {
        const said = { id: 'complaint.phoned', version: 1 };
        await desk.ask({ step: 'phone', whom: caller(desk), form: said, item: phoneItem(desk) });
      }
      return next();
    },

    // and says whether that satisfies them, by a link where they have no account. Their time is not ours.
    async satisfaction(desk) {
      const { urgency } = desk.data.request;
      desk.clocks.pause(urgency, FOR_THE_CUSTOMER);
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
        keepAttempt(desk, said);
        return next();
      }
      desk.clocks.resume(urgency);
      await goUp(desk, said);
      return again('facts');
    },

    // 投诉处理报告: 产生客户投诉后的处理情形报告; and the customer is called back.
    async archive(desk) {
      await desk.file('complaint-report', 'completed');
      const { customer, complainant: person, name, phone, mail } = desk.data.request;
      await openCallback(desk, 'callback', {
        ...{ customer, reason: 'complaint', reporter: { person, name, phone, mail } },
        ...{ follower: desk.data.attempts.at(-1)?.ledBy?.id, workers: followers(desk) },
      });
      return end('completed');
    },
  },

  noEndingFrom: 'archive',
  // Who entered it takes it back only as long as nobody has begun to look into it.
  noWithdrawalFrom: 'facts',

  // A complaint that was cancelled has its 投诉处理报告 as well, and who complained is told why.
  async whenCancelled(desk) {
    const { reason, by } = desk.ending;
    desk.data.cancelled = { at: desk.now, by: by ?? { id: '', name: '' }, words: reason };
    keepAttempt(desk, null);
    tellEnded(desk, reason);
    await desk.file('complaint-report', 'cancelled');
  },
});

/** Looks up who holds the roles that it may need, once for each attempt: people come and go while a complaint runs. */
async function lookUp(desk: Complaint): Promise<void> {
  const { data } = desk;
  if (data.posts?.attempt === data.attempt) return;
  if (data.found.length > 0) await desk.hideNaming(...data.found);
  data.posts = { attempt: data.attempt, holders: await desk.holders(POSTS) };
  raiseTo(desk, data.level);
}

/** It goes one level higher, where somebody is; at the top it stays, and says so. What was done so far is kept. */
async function goUp(desk: Complaint, said: Word): Promise<void> {
  const holders = await desk.holders(POSTS);
  const { data } = desk;
  const before = data.level;
  const { at, by, comment } = said;
  keepAttempt(desk, said);
  data.dissatisfied = [...data.dissatisfied, { at, role: data.role, by, comment }];
  data.attempt += 1;
  data.posts = { attempt: data.attempt, holders };
  data.report = null;
  data.measures = [];
  raiseTo(desk, Math.min(before + 1, LEVELS.length - 1));
  desk.note('level-raised', { role: data.role, isTop: data.level === before, reason: comment, attempt: data.attempt });
  tellRaised(desk, comment);
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

/** Who turns out to be complained of learns no more of it; who else follows it then is looked up anew. */
function hideFromFound(desk: Complaint, persons: readonly { readonly person: string }[]): void {
  const ids = [...new Set(persons.map(({ person }) => person))];
  if (ids.length === 0) return;
  desk.hideFrom(...ids);
  desk.data.found = [...desk.data.found, ...ids];
  desk.data.posts = null;
}

/** Who entered it, unless it is hidden from them by now. */
function applicant(desk: Complaint): Whom | null {
  const ids = desk.applicant.kind === 'persons' ? desk.applicant.ids : [];
  return ids.some((id) => desk.hiddenFrom.includes(id)) ? null : desk.applicant;
}

function caller(desk: Complaint): Whom {
  return applicant(desk) ?? follower(desk);
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
  const enteredBy = applicant(desk);
  const isFollower = enteredBy?.kind === 'persons' && enteredBy.ids.some((id) => followers(desk).includes(id));
  const asks = isFollower || !enteredBy ? holder(desk, ASKING, followers(desk)) : enteredBy;
  return holder(desk, FOR_CUSTOMER) ?? asks ?? desk.role(ASKING[0]);
}

/** Who has followed the complaint so far, also for somebody absent. */
function followers(desk: Complaint): string[] {
  const theirs = desk.recorded.decisions.filter(({ step }) => FOLLOWED.includes(step));
  return [...new Set(theirs.flatMap(({ by, forWhom }) => (forWhom ? [by.id, forWhom.id] : [by.id])))];
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

/** Who is told, under which number, and what: the number of the case, and whom they may turn to. */
function noticeItem(desk: Complaint): TaskItem {
  const name = String(desk.facts.complainant);
  const number = { label: { zh: '投诉编号', en: 'Number of the complaint' }, value: desk.recorded.caseId };
  return { key: '1', title: { zh: name, en: name }, facts: [...reached(desk), number], contacts: follower(desk) };
}

/** What they are told by phone, and under which number. */
function phoneItem(desk: Complaint): TaskItem {
  const { key, title, facts = [] } = answerItem(desk);
  return { key, title, facts: [...reached(desk), ...facts] };
}

/** Who complains, and their phone number. */
function reached({ data, facts }: Complaint): NonNullable<TaskItem['facts']> {
  const phone = data.request.phone ?? facts.phone;
  return [
    { label: { zh: '投诉人', en: 'Complainant' }, value: String(facts.complainant) },
    { label: { zh: '联系电话', en: 'Phone' }, value: typeof phone === 'string' ? phone : '' },
  ];
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
