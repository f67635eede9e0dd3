import type { AuditAnswer, Citation, CutoverData, Trouble } from './contracts/change-cutover-run';
import type { CutoverTest } from './contracts/change-cutover-forms';
import type { Decision } from './contracts/task';
import type { AuditQuestion } from './cutover-words';

/** What the twelve questions are answered from: the case as it is recorded. */
export interface AuditedCase {
  readonly caseId: string;
  readonly startedAt: string;
  readonly decisions: readonly Decision[];
  readonly data: CutoverData;
}

/** Answers the twelve questions from the case, each with the records that say so; what no record can answer is left to QA. */
export function auditAnswers(of: AuditedCase): AuditAnswer[] {
  const view = viewOf(of);
  return (Object.keys(RULES) as AuditQuestion[]).map((question) => ({ question, ...RULES[question](view) }));
}

const RULES: Readonly<Record<AuditQuestion, (view: View) => Finding>> = {
  'change-1': byTheRules,
  'change-2': asPlannedAndAgreed,
  'change-3': analysedBefore,
  'cutover-1': testedByPlan,
  'cutover-2': testedAsNew,
  'cutover-3': testedWithUsers,
  'cutover-4': signedOff,
  'cutover-5': resultsKept,
  'cutover-6': userWasTold,
  'running-1': backedUp,
  'running-2': verified,
  'running-3': putBack,
};

type Finding = Pick<AuditAnswer, 'answer' | 'cites'>;

interface View extends AuditedCase {
  /** When anything of the system was first touched; null where nothing was. */
  readonly touchedAt: string | null;
  /** The decisions of a step that stand, in their order. */
  readonly all: (step: string) => readonly Decision[];
  readonly last: (step: string) => Decision | undefined;
}

function viewOf(of: AuditedCase): View {
  const all = (step: string) =>
    of.decisions.filter((one) => one.step === step && !one.isVoid && one.seat === undefined);
  return { ...of, all, last: (step) => all(step).at(-1), touchedAt: of.data.run.begun[0]?.at ?? null };
}

const yes = (...cites: readonly Citation[]): Finding => ({ answer: 'yes', cites });
const no = (...cites: readonly Citation[]): Finding => ({ answer: 'no', cites });
const ask = (...cites: readonly Citation[]): Finding => ({ answer: 'ask', cites });
const needless = (...cites: readonly Citation[]): Finding => ({ answer: 'not-applicable', cites });

const cite = ({ taskId, at }: Decision): Citation => ({ kind: 'task', id: taskId, at });
const each = (...decisions: readonly (Decision | undefined)[]): Citation[] =>
  decisions.flatMap((one) => (one ? [cite(one)] : []));
const isAgreed = (decision: Decision | undefined): decision is Decision => decision?.outcome === 'approve';

/** By the rules is what was planned, let through and done step by step; a change that was refused afterwards was not. */
function byTheRules({ data, last, all, touchedAt }: View): Finding {
  if (touchedAt === null) return needless(...each(last('plan')));
  const isRefused = ['late-sign-off', 'late-approval'].some((step) => last(step)?.outcome === 'reject');
  const isWhole = data.run.isRolledBack || data.run.done.length === data.plan?.steps.length;
  const go = [last('user-approval'), last('emergency-go')];
  const cites = each(last('plan'), ...go, ...all('execute'));
  return isWhole && !isRefused && go.some(isAgreed) ? yes(...cites) : no(...cites, ...each(last('late-approval')));
}

/** By the plan is what kept its order, its limits and its window: what went on past one of these did not, whoever said so. */
function asPlannedAndAgreed({ data, last, all, touchedAt }: View): Finding {
  if (touchedAt === null) return needless(...each(last('plan')));
  const { begun, troubles } = data.run;
  const inOrder = begun.every(({ step }, index) => step === index + 1);
  const wentOn = all('direction').filter(
    ({ outcome, item }) => outcome === 'approve' && isOverrun(troubles[Number(item) - 1]),
  );
  const agreed = last('user-approval');
  const isBefore = isAgreed(agreed) && agreed.at <= touchedAt;
  const cites = each(last('plan'), agreed, last('late-approval'), ...all('execute'), ...wentOn);
  return inOrder && isBefore && wentOn.length === 0 ? yes(...cites) : no(...cites);
}

function isOverrun(trouble: Trouble | undefined): boolean {
  return trouble?.cause === 'over-time' || trouble?.cause === 'window-ended';
}

/** The request cannot be sent without the analysis; sent back, the amended one counts. */
function analysedBefore({ caseId, startedAt, last, touchedAt }: View): Finding {
  const amended = last('amend');
  const cite: Citation = amended
    ? { kind: 'task', id: amended.taskId, at: amended.at }
    : { kind: 'start', id: caseId, at: startedAt };
  return touchedAt === null || cite.at <= touchedAt ? yes(cite) : no(cite);
}

/** The tests before it was done; those of an emergency came afterwards, and answer only whether they were kept. */
function testOf({ last }: View): Decision<CutoverTest> | undefined {
  return last('test') as Decision<CutoverTest> | undefined;
}

/** An emergency was not tested before; a change that repeats another was tested there, and whether that was right no record says. */
function untested(view: View): Finding {
  if (view.touchedAt === null) return needless(...each(view.last('plan')));
  return view.data.request.kind === 'emergency'
    ? no(...each(view.last('emergency-go'), view.last('late-test')))
    : ask(...each(view.last('plan')));
}

function testedByPlan(view: View): Finding {
  const test = testOf(view);
  if (!test) return untested(view);
  const planned = view.data.plan?.tests ?? [];
  const isDone = ({ subject }: { readonly subject: string }) =>
    test.form.results.some((result) => result.subject === subject && result.result === 'passed');
  return planned.every(isDone) ? yes(...each(view.last('plan'), test)) : no(...each(view.last('plan'), test));
}

function testedAsNew(view: View): Finding {
  const test = testOf(view);
  if (!test) return untested(view);
  return test.form.depth === 'as-new' ? yes(cite(test)) : no(cite(test));
}

function testedWithUsers(view: View): Finding {
  const test = testOf(view);
  if (!test) return untested(view);
  return test.form.users === undefined ? no(cite(test)) : yes(cite(test));
}

function signedOff(view: View): Finding {
  const signed = view.last('sign-off') ?? view.last('late-sign-off');
  if (!signed) return untested(view);
  const isBefore = view.touchedAt === null || signed.at <= view.touchedAt;
  return isAgreed(signed) && isBefore ? yes(cite(signed)) : no(cite(signed));
}

function resultsKept(view: View): Finding {
  const report = view.data.filed['test-report'];
  if (report) return yes({ kind: 'document', id: report.id, at: report.at });
  return testOf(view) ? no(...each(testOf(view))) : untested(view);
}

function userWasTold({ data, last, touchedAt }: View): Finding {
  const [plan, report] = [data.filed['cutover-plan'], data.filed['cutover-report']];
  const documents = [plan, report].flatMap((one): Citation[] =>
    one ? [{ kind: 'document', id: one.id, at: one.at }] : [],
  );
  const receipt = last('report-receipt');
  const isPlanBefore = plan !== undefined && (touchedAt === null || plan.at <= touchedAt);
  return isPlanBefore && report && receipt ? yes(...documents, cite(receipt)) : no(...documents, ...each(receipt));
}

function backedUp({ last, touchedAt, all }: View): Finding {
  const backup = all('backup').find(isAgreed);
  if (touchedAt === null) return backup ? yes(cite(backup)) : needless(...each(last('backup')));
  return backup && backup.at <= touchedAt ? yes(cite(backup)) : no(...each(last('backup')));
}

function verified({ last, touchedAt, data }: View): Finding {
  if (touchedAt === null) return needless(...each(last('plan')));
  const check = last(data.run.isRolledBack ? 'verify-restored' : 'verify');
  return isAgreed(check) ? yes(cite(check)) : no(...each(check));
}

/** What could not be backed up was decided by the maintenance manager; it was not backed up all the same. */
function putBack(view: View): Finding {
  const { data, last, all } = view;
  const { troubles, isRolledBack, undone, begun } = data.run;
  if (troubles.length === 0) return needless(...each(last('verify'), last('observed')));
  // The maintenance manager decided for going on: whether that was right no record says.
  if (!isRolledBack) return ask(...each(...all('direction')));
  const isWhole = begun.every(({ step }) => undone.includes(step));
  const backup = last('backup-before-undo');
  const settled = ['backup-trouble', 'undo', 'undo-trouble', 'restore', 'restore-trouble'].flatMap(all);
  const cites = each(backup, ...settled);
  return isWhole && isAgreed(backup) ? yes(...cites) : no(...cites);
}
