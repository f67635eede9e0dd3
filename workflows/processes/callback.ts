import { isSampled, isSatisfied, nextAttempt, scoreOf } from '../../models/callback-rules';
import type { Role } from '../../models/codes';
import type {
  CallbackCheck,
  CallbackFollow,
  CallbackMeasures,
  CallbackRequest,
  CallbackSurvey,
} from '../../models/contracts/callback-forms';
import type { CallbackData } from '../../models/contracts/callback-run';
import type { Decision, TaskItem } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import { again, ahead, end, next, procedure } from '../human-task/procedure';
import { attempted, CALLERS, LAST_CALLERS, workersIn, workersOf } from './callback-attempts';
import { answeredAfter } from './callback-answer';
import { cameToNothing, faultAbout, handedKey, handedOn } from './callback-follow';
import { carriedOut, handsOf, measureOf } from './measures';
import { holding } from './posts';

/** Who decides what follows, and sets measures: who follows what customers say, the first who did not do the job. */
const FOLLOWERS = [
  'deputy-project-manager',
  'project-manager',
  'account-manager',
  'management',
] as const satisfies Role[];

const CHECKERS = ['qa', 'management'] as const satisfies Role[];

const HANDS: readonly string[] = [
  'survey',
  'follow',
  'follow-fault',
  'measures',
  'verify-measure',
  'answer',
  'ask-again',
];

type Callback = Desk<CallbackData>;

/** 客户回访 [001 回访处理流程, 002 §5.3]: asked by somebody who did not do the job, and what they say is followed. */
export const callback = procedure<CallbackData>({
  begin: (input) => ({
    request: input.request as unknown as CallbackRequest,
    names: {},
    attempts: [],
    due: 0,
    score: null,
    surveyedAt: null,
    way: null,
    deciding: { time: 1, mayReopen: true, because: null },
    handedTo: null,
    handed: 0,
    measures: [],
    answers: [],
    checked: null,
    result: null,
  }),

  stages: {
    // 由项目组指定的人员对客户进行专门回访: in the customer's open time, so many times at most, then the account manager.
    async attempts(desk) {
      const holders = await desk.holders([...CALLERS, ...LAST_CALLERS]);
      for (;;) {
        const step = nextAttempt(desk.data.attempts.length, desk.amount('attempts'));
        if (step === null) break;
        if (await attempted(desk, step, holders)) return next();
      }
      desk.data.result = { score: null, reached: false, satisfied: false };
      await desk.file('callback-register', 'open');
      return ahead('check');
    },

    // 回访登记表: questions, scores, wishes.
    async survey(desk) {
      const { data } = desk;
      const asker = data.attempts.at(-1)?.by.id ?? '';
      const contact = desk.facts.contact as { readonly name: string };
      const answered = await desk.ask<CallbackSurvey>({
        step: 'survey',
        whom: desk.persons(asker),
        form: { id: 'callback.survey', version: 1 },
        outcomes: ['submit', 'reject'],
        prefill: { answeredBy: contact.name },
        excludes: workersOf(desk),
      });
      if (answered.outcome === 'reject') {
        notAnswered(desk, answered);
        return again('attempts');
      }
      const score = scoreOf(answered.form);
      const satisfied = isSatisfied(answered.form, desk.amount('threshold-percent'));
      data.score = score;
      data.surveyedAt = answered.at;
      data.result = { score, reached: true, satisfied };
      tellWishes(desk, answered.form);
      await desk.file('callback-register', 'open');
      return satisfied ? ahead('check') : next();
    },

    // 纠正预防措施通知单, or a complaint, or the fault is opened again where it still can be; what could not be opened is
    // decided anew.
    async follow(desk) {
      const { data } = desk;
      const fault = faultAbout(desk);
      const notToReopen = fault === null ? null : await desk.notToReopen(fault, data.request.customer);
      const whom = holding(desk, await desk.holders(FOLLOWERS), FOLLOWERS, workersOf(desk)) ?? desk.role('management');
      for (;;) {
        const { time, mayReopen } = data.deciding;
        const step = fault === null || notToReopen || !mayReopen ? 'follow' : 'follow-fault';
        const decided = await desk.ask<CallbackFollow>({
          step,
          whom,
          form: { id: `callback.${step}`, version: 1 },
          excludes: workersOf(desk),
          item: saidItem(desk, notToReopen),
        });
        const { way } = decided.form;
        if (way === 'measures') {
          data.way = way;
          return ahead('measures');
        }
        const opened = await handedOn(desk, decided);
        data.way = way;
        if (!('refused' in opened)) return next();
        data.deciding = { time: time + 1, mayReopen: mayReopen && way !== 'reopen', because: opened.refused };
      }
    },

    // What it was handed to goes to its own end; what came to nothing there is decided anew.
    async linked(desk) {
      const came = await desk.untilClosed(handedKey(desk.data.handed));
      const nothing = cameToNothing(came);
      if (nothing === null) return ahead('check');
      const { time, mayReopen } = desk.data.deciding;
      desk.data.deciding = { time: time + 1, mayReopen, because: nothing };
      return again('follow');
    },

    // 纠正预防措施通知单: what is done, by whom, until when.
    async measures(desk) {
      const whom = holding(desk, await desk.holders(FOLLOWERS), FOLLOWERS, workersOf(desk)) ?? desk.role('management');
      const form = { id: 'callback.measures', version: 1 };
      const set = await desk.ask<CallbackMeasures>({ step: 'measures', whom, form, item: saidItem(desk) });
      desk.data.names = { ...desk.data.names, ...set.names };
      // What was done before was done.
      const more = set.form.measures.map((one) => measureOf(one, set.names));
      desk.data.measures = [...desk.data.measures, ...more];
      await desk.file('measures-notice', 'open');
      return next();
    },

    // Each is its owner's, with evidence, and is verified by QA.
    async execution(desk) {
      const holders = await desk.holders(CHECKERS);
      await carriedOut(desk, {
        forms: 'callback',
        verifier: (measure) => holding(desk, holders, CHECKERS, handsOf(measure)) ?? desk.role('qa'),
      });
      await desk.file('measures-notice', 'open');
      return next();
    },

    // 给客户一个满意的回复 [002 §4.3]: they are told, and asked once more; who is still not satisfied is followed.
    async answer(desk) {
      const whom = holding(desk, await desk.holders(FOLLOWERS), FOLLOWERS, workersOf(desk)) ?? desk.role('management');
      const still = await answeredAfter(desk, whom);
      if (still === null) return next();
      const { time, mayReopen } = desk.data.deciding;
      desk.data.deciding = { time: time + 1, mayReopen, because: still };
      return again('follow');
    },

    // 质控部门对单据的真实性及客户的真实满意度进行调查，并形成回访报告: of a sample. A sheet that is not true, or too good, is no
    // satisfied customer: what follows is decided.
    async check(desk) {
      const { data } = desk;
      if (data.checked || !isSampled(desk.recorded.caseId, desk.amount('qa-sample-percent'))) return next();
      const hands = handsIn(desk);
      const form = { id: 'callback.check', version: 1 };
      const whom = holding(desk, await desk.holders(CHECKERS), CHECKERS, hands) ?? desk.role('qa');
      const found = await desk.ask<CallbackCheck>({ step: 'qa-check', whom, form, excludes: hands });
      await desk.file('callback-report', 'open');
      const { isAuthentic, satisfaction, findings } = found.form;
      data.checked = { isAuthentic, satisfaction };
      if (isAuthentic === 'yes' && satisfaction !== 'lower') return next();
      data.result = { ...data.result, score: data.score, reached: data.score !== null, satisfied: false };
      data.deciding = { ...data.deciding, time: data.deciding.time + 1, because: notTrue(findings) };
      desk.tell('callback-not-true', { reason: findings }, desk.role('project-manager'), desk.role('management'));
      return again('follow');
    },

    // 回访登记表, with what has followed.
    async archive(desk) {
      if (desk.data.way !== null) await desk.file('callback-register', 'completed');
      return end('completed');
    },
  },

  // What a customer has said is followed, whoever would rather not.
  noEndingFrom: 'follow',
  noWithdrawalFrom: 'attempts',
  noEndingBy: workersIn,
});

/** Who did the job, who asked how it was, and who had to do with what followed: somebody else looks whether the sheet is true. */
function handsIn(desk: Callback): string[] {
  const { attempts, measures } = desk.data;
  const decided = desk.recorded.decisions.filter(({ step, isVoid }) => HANDS.includes(step) && !isVoid);
  const callers = attempts.map(({ by }) => by.id);
  return [
    ...new Set([...workersOf(desk), ...callers, ...decided.map(({ by }) => by.id), ...measures.flatMap(handsOf)]),
  ];
}

/** 收集在用系统的问题及需求 [002 §5.3]: what a customer wishes for, satisfied or not, reaches who sees to it. */
function tellWishes(desk: Callback, { wishes = '', needs = '' }: CallbackSurvey): void {
  const reason = [wishes, needs].filter((part) => part !== '').join('\n');
  if (reason !== '')
    desk.tell('customer-wishes', { reason }, desk.role('project-manager'), desk.role('account-manager'));
}

function notTrue(findings: string): Text {
  return { zh: `质控抽查与登记不符：${findings}`, en: `QA found otherwise: ${findings}` };
}

/** They were reached, and could not answer: an attempt like any other that failed. */
function notAnswered({ data }: Callback, { comment: why, form: { again: agreed } }: Decision<CallbackSurvey>): void {
  const failed = { reached: false, why, ...(agreed !== undefined && { again: agreed }) };
  data.attempts = data.attempts.map((one, index) => (index === data.attempts.length - 1 ? { ...one, ...failed } : one));
}

/** What the customer said, why what was decided could not be done, and why the fault is not reopened. */
function saidItem(desk: Callback, notToReopen: Text | null = null): TaskItem {
  const { time, because } = desk.data.deciding;
  const survey = desk.standing<CallbackSurvey>('survey')?.form;
  return {
    key: `${time}`,
    title: because ? { zh: '重新决定', en: 'decided anew' } : { zh: '客户不满意', en: 'not satisfied' },
    facts: [
      { label: { zh: '满意度', en: 'Satisfaction' }, value: `${desk.data.score ?? 0}%` },
      { label: { zh: '反映的问题', en: 'The problem' }, value: survey?.problem ?? '' },
      { label: { zh: '意见和建议', en: 'Wishes' }, value: survey?.wishes ?? '' },
      { label: { zh: '不能重新打开故障', en: 'The fault cannot be reopened' }, value: notToReopen ?? '' },
      { label: { zh: '重新决定的原因', en: 'Why it is decided anew' }, value: because ?? '' },
    ].filter(({ value }) => value !== ''),
  };
}
