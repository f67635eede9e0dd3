import type { FaultExperts } from '../../models/contracts/fault-forms';
import type { FaultData } from '../../models/contracts/fault-run';
import type { PersonName, Whom } from '../../models/contracts/people';
import type { Decision } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Came, LinkedEnd } from '../human-task/came';
import type { Desk } from '../human-task/desk';
import type { Question } from '../human-task/question';

type Fault = Desk<FaultData>;
type Answered = Extract<Came, { readonly kind: 'decided' | 'closed' }>;

const VISIT: Text = { zh: '现场服务', en: 'On-site service' };

/**
 * Waits for the answer to one of the questions, or for the end of one of the cases; meanwhile experts are named and advise, and
 * visits that were begun come to their end. A visit that has solved it ends the waiting.
 */
export async function whateverComes(
  desk: Fault,
  questions: readonly Question[],
  awaited: readonly string[] = [],
): Promise<Answered> {
  for (;;) {
    const visits = desk.data.visits.filter(({ isOver }) => !isOver).map(({ key }) => key);
    const cases = [...new Set([...visits, ...awaited])];
    const came = await desk.firstOf([...questions, ...expertQuestions(desk)], [], cases);
    if (came.kind === 'closed') {
      if (visits.includes(came.key)) visitOver(desk, came);
      if (desk.data.solved) for (const question of questions) desk.withdraw(question);
      if (desk.data.solved || awaited.includes(came.key)) return came;
    } else if (came.kind === 'decided') {
      if (questions.some(({ step }) => step === came.step)) return came;
      heardOfExperts(desk, came.step, came.decision);
    }
  }
}

/** The answer to a question; null where it was solved on site before anybody answered. */
export async function answered<Values>(desk: Fault, question: Question): Promise<Decision<Values> | null> {
  const came = await whateverComes(desk, [question]);
  return came.kind === 'decided' ? (came.decision as Decision<Values>) : null;
}

/** A visit has come to its end. */
export function visitOver(desk: Fault, end: LinkedEnd & { readonly key: string }): void {
  desk.data.visits = desk.data.visits.map((one) => (one.key === end.key ? { ...one, isOver: true } : one));
  cameBack(desk, VISIT, end);
}

/** What a case that was waited for has come to: whether that has solved it, and what is to be said of it. */
export function cameBack({ data, now }: Fault, what: Text, { caseId, state, result }: LinkedEnd): void {
  const said = String(result.summary ?? '');
  const end = ENDS[state];
  const ended = end ? { zh: `（${end.zh}）`, en: ` (${end.en})` } : { zh: '', en: '' };
  const which = { zh: `${what.zh} ${caseId}${ended.zh}`, en: `${what.en} ${caseId}${ended.en}` };
  data.turns = [...data.turns, { at: now, by: null, what: said === '' ? which.zh : `${which.zh}：${said}` }];
  const there = String(result.workers ?? '').split(',');
  data.workers = [...new Set([...data.workers, ...there.filter((id) => id !== '')])];
  // Solved is when it worked again, not when that was signed.
  const at = typeof result.solvedAt === 'string' ? result.solvedAt : now;
  if (state === 'completed' && result.solved === true) data.solved ??= { at, by: which.zh, way: said };
  else data.because = because(which, said);
}

function because({ zh, en }: Text, said: string): Text {
  return said === ''
    ? { zh: `${zh}：未解决`, en: `${en}: not solved` }
    : { zh: `${zh}：${said}`, en: `${en}: ${said}` };
}

/** How a case ended that did not come to its own end. */
export const ENDS: Readonly<Partial<Record<LinkedEnd['state'], Text>>> = {
  'rolled-back': { zh: '已回退', en: 'rolled back' },
  rejected: { zh: '未获批准', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  expired: { zh: '已终止', en: 'expired' },
};

/** 灾难性故障 or 特急 [001 紧急故障恢复服务]. */
export function isEmergency({ data }: Fault): boolean {
  return data.grading?.class === 'disaster' || data.grading?.urgency === 'critical';
}

/** 成立后方专家小组协作进行故障处理 [001]: in an emergency the technical lead names them, and they advise at any time. */
function expertQuestions(desk: Fault): Question[] {
  if (!isEmergency(desk)) return [];
  const { experts } = desk.data;
  if (experts.length === 0)
    return [{ step: 'experts', whom: desk.role('tech-lead'), form: { id: 'fault.experts', version: 1 }, stays: true }];
  return [adviceOf(desk)];
}

function adviceOf(desk: Fault): Question {
  const number = desk.data.advice + 1;
  return {
    step: 'advise',
    whom: desk.persons(...desk.data.experts),
    form: { id: 'fault.advice', version: 1 },
    item: { key: `${number}`, title: { zh: `第 ${number} 次`, en: `no. ${number}` } },
    stays: true,
  };
}

function heardOfExperts(desk: Fault, step: string, decision: Decision): void {
  const { data } = desk;
  if (step === 'experts') {
    const { experts } = decision.form as unknown as FaultExperts;
    data.experts = experts.map(({ person }) => person);
    data.names = { ...data.names, ...decision.names };
  } else {
    data.advice += 1;
    note(desk, decision.by, `专家意见：${String(decision.form.advice)}`);
  }
}

/** Once it is solved nobody asks experts any more; what they said at the same instant is heard all the same. */
export function withdrawExperts(desk: Fault): void {
  for (;;) {
    const questions = expertQuestions(desk);
    const said = questions.map(({ step, item }) => desk.standing(step, item?.key)).find((one) => one !== undefined);
    if (!said) {
      for (const question of questions) desk.withdraw(question);
      return;
    }
    heardOfExperts(desk, said.step, said);
  }
}

/** Adds a line to what the report tells of the handling; `by` is who of ours did it, `at` (ISO) when they say they did. */
export function note({ data, now }: Fault, by: PersonName | null, what: string, at = now): void {
  data.turns = [...data.turns, { at, by, what }];
}

/** Who has the fault in hand. */
export function engineer(desk: Fault): Whom {
  return desk.data.engineer ? desk.persons(desk.data.engineer.id) : desk.role('engineer');
}
