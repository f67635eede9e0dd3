import { isSampled, nextAttempt, scoreOf } from '../../models/callback-rules';
import type { Role } from '../../models/codes';
import type {
  CallbackFollow,
  CallbackMeasures,
  CallbackRequest,
  CallbackSurvey,
} from '../../models/contracts/callback-forms';
import type { CallbackData } from '../../models/contracts/callback-run';
import type { TaskItem } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import { ahead, end, next, procedure } from '../human-task/procedure';
import { attempted, CALLERS, LAST_CALLERS, workersOf } from './callback-attempts';
import { faultAbout, handedOn } from './callback-follow';
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
    handedTo: null,
    measures: [],
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
        prefill: { answeredBy: contact.name },
        excludes: workersOf(desk),
      });
      const score = scoreOf(answered.form);
      const satisfied = score >= desk.amount('threshold-percent') && answered.form.hasProblem === 'no';
      data.score = score;
      data.surveyedAt = answered.at;
      data.result = { score, reached: true, satisfied };
      await desk.file('callback-register', 'open');
      return satisfied ? ahead('check') : next();
    },

    // 纠正预防措施通知单, or a complaint, or the fault is opened again where it still can be; what could not be opened is
    // decided anew.
    async follow(desk) {
      const { data } = desk;
      const fault = faultAbout(desk);
      const notToReopen = fault === null ? null : await desk.notToReopen(fault, data.request.customer);
      let step = fault === null || notToReopen ? 'follow' : 'follow-fault';
      const whom = holding(desk, await desk.holders(FOLLOWERS), FOLLOWERS, workersOf(desk)) ?? desk.role('management');
      let refused: Text | null = null;
      for (let attempt = 1; ; attempt += 1) {
        const decided = await desk.ask<CallbackFollow>({
          step,
          whom,
          form: { id: `callback.${step}`, version: 1 },
          excludes: workersOf(desk),
          item: saidItem(desk, attempt, { refused, notToReopen }),
        });
        data.way = decided.form.way;
        if (data.way === 'measures') return ahead('measures');
        const opened = await handedOn(desk, decided);
        if (!('refused' in opened)) return next();
        if (data.way === 'reopen') step = 'follow';
        refused = opened.refused;
      }
    },

    // What it was handed to goes to its own end.
    async linked(desk) {
      await desk.untilClosed('follow');
      return ahead('check');
    },

    // 纠正预防措施通知单: what is done, by whom, until when.
    async measures(desk) {
      const whom = holding(desk, await desk.holders(FOLLOWERS), FOLLOWERS, workersOf(desk)) ?? desk.role('management');
      const form = { id: 'callback.measures', version: 1 };
      const set = await desk.ask<CallbackMeasures>({ step: 'measures', whom, form, item: saidItem(desk, 1) });
      desk.data.names = { ...desk.data.names, ...set.names };
      desk.data.measures = set.form.measures.map((one) => measureOf(one, set.names));
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

    // 质控部门对单据的真实性及客户的真实满意度进行调查，并形成回访报告: of a sample.
    async check(desk) {
      if (!isSampled(desk.recorded.caseId, desk.amount('qa-sample-percent'))) return next();
      const callers = desk.data.attempts.map(({ by }) => by.id);
      const form = { id: 'callback.check', version: 1 };
      const whom = holding(desk, await desk.holders(CHECKERS), CHECKERS, callers) ?? desk.role('qa');
      await desk.ask({ step: 'qa-check', whom, form, excludes: callers });
      await desk.file('callback-report', 'open');
      return next();
    },

    // 回访登记表, with what has followed.
    async archive(desk) {
      if (desk.data.way !== null) await desk.file('callback-register', 'completed');
      return end('completed');
    },
  },

  noEndingFrom: 'archive',
});

/** What cannot be done, and why. */
interface WhyNot {
  readonly refused: Text | null;
  readonly notToReopen: Text | null;
}

const NOTHING_IS_REFUSED: WhyNot = { refused: null, notToReopen: null };

/** What the customer said, why what was decided could not be done, and why the fault is not reopened. */
function saidItem(desk: Callback, attempt: number, why: WhyNot = NOTHING_IS_REFUSED): TaskItem {
  const { refused, notToReopen } = why;
  const survey = desk.standing<CallbackSurvey>('survey')?.form;
  return {
    key: `${attempt}`,
    title: refused ? { zh: '未能转办', en: 'could not be handed on' } : { zh: '客户不满意', en: 'not satisfied' },
    facts: [
      { label: { zh: '满意度', en: 'Satisfaction' }, value: `${desk.data.score ?? 0}%` },
      { label: { zh: '反映的问题', en: 'The problem' }, value: survey?.problem ?? '' },
      { label: { zh: '意见和建议', en: 'Wishes' }, value: survey?.wishes ?? '' },
      { label: { zh: '不能重新打开故障', en: 'The fault cannot be reopened' }, value: notToReopen?.zh ?? '' },
      { label: { zh: '未能转办的原因', en: 'Why it could not be handed on' }, value: refused?.zh ?? '' },
    ].filter(({ value }) => value !== ''),
  };
}
