import type { StepAnswer } from '../../models/contracts/record';
import type { Participant, Task } from '../../models/contracts/task';
import { said } from '../../models/faults';
import { hasVoice, isAmongHolders } from '../../models/whom';
import type { AnswerDelegation, DelegateTask, RecallTask } from '../messages';
import { mailAbout, mailOver, seatName } from './mails';
import type { Progress } from './progress';
import type { Recorder } from './recorder';
import { refuse } from './refuse';
import { mustBeFree, openTask, seatFor } from './rules';
import { forWhomActs, takeSeat, type Acting } from './substitutes';

type Decided = Pick<StepAnswer, 'taskId' | 'outcome'>;

/** Refuses to delegate what is not theirs to do, or is delegated; to themselves, to the applicant, to another voter; or without a reason. */
export function checkDelegate(progress: Progress<unknown>, command: DelegateTask): void {
  const task = openTask(progress, command.taskId);
  const { actor, to, reason } = command;
  const seat = seatFor(task, command);
  if (reason === '') refuse('invalid-input', said('vote-reason'));
  mustBeFree(progress, task, to.id);
  if (to.id === actor.id) refuse('wrong-state', said('delegate-oneself'));
  if (hasVoice(task.participants, to.id) || forWhomActs(seat, command)?.id === to.id)
    refuse('wrong-state', said('has-a-seat', { name: to.name }));
}

/** 委派: somebody is asked what they think. The task stays the one's who asked, and waits for the answer. */
export function delegate(progress: Progress<unknown>, recorder: Recorder, command: DelegateTask): Decided {
  const task = openTask(progress, command.taskId);
  const { actor, to, reason } = command;
  const by = { id: actor.id, name: actor.name };
  const seat = seatFor(task, command);
  const forWhom = takeSeat(seat, command);
  seat.delegation = { to, by, reason, at: recorder.now() };
  const asked = { kind: 'persons', ids: [to.id] } as const;
  const details = { step: task.step, ...seatName(task, seat), to, reason, ...(forWhom && { forWhom }) };
  recorder.note('task-delegated', { by, task, details }, [
    mailAbout(task, 'task-delegated', asked, { by: by.name, reason }),
  ]);
  return { taskId: task.id, outcome: 'delegated' };
}

/** Refuses an opinion of anybody but who was asked, or without words. */
export function checkAnswer(progress: Progress<unknown>, { taskId, actor, comment }: AnswerDelegation): void {
  const task = openTask(progress, taskId);
  if (!delegatedTo(task, actor.id)) refuse('not-allowed', said('nothing-delegated'));
  if (comment === '') refuse('invalid-input', said('opinion-needed'));
}

/** The opinion is kept on the task, and the one who asked decides. */
export function answerDelegation(
  progress: Progress<unknown>,
  recorder: Recorder,
  { taskId, actor, comment }: AnswerDelegation,
): Decided {
  const task = openTask(progress, taskId);
  const seat = delegatedTo(task, actor.id);
  const forWhom = seat?.assignee ?? seat?.delegation?.by;
  if (!seat || !forWhom) return refuse('not-allowed', said('nothing-delegated'));
  const by = { id: actor.id, name: actor.name };
  task.opinions = [...(task.opinions ?? []), { by, forWhom, at: recorder.now(), comment }];
  delete seat.delegation;
  const decides = { kind: 'persons', ids: [forWhom.id] } as const;
  const details = { step: task.step, ...seatName(task, seat), to: forWhom, comment };
  recorder.note('delegation-answered', { by, task, details }, [
    mailAbout(task, 'delegation-answered', decides, { by: by.name, reason: comment }),
  ]);
  return { taskId, outcome: 'delegation-answered' };
}

/** Refuses to take back what they have not delegated, or without a reason. */
export function checkRecall(progress: Progress<unknown>, command: RecallTask): void {
  const task = openTask(progress, command.taskId);
  if (!seatToRecall(task, command)) refuse('not-allowed', said('no-delegation-of-yours'));
  if (command.reason === '') refuse('invalid-input', said('vote-reason'));
}

/** 收回委派: the one who was asked need not answer any more; who waits for a leaver's answer is told. */
export function recall(progress: Progress<unknown>, recorder: Recorder, command: RecallTask): Decided {
  const { taskId, actor, reason, leaver } = command;
  const task = openTask(progress, taskId);
  const by = { id: actor.id, name: actor.name };
  const seat = seatToRecall(task, command);
  if (!seat?.delegation) return refuse('not-allowed', said('no-delegation-of-yours'));
  const { to, by: asker } = seat.delegation;
  const waits = { kind: 'persons', ids: [(seat.assignee ?? asker).id] } as const;
  const mails =
    leaver === undefined
      ? mailOver(task, seat, { by: by.name, reason })
      : [mailAbout(task, 'delegation-ended', waits, { by: to.name, reason })];
  delete seat.delegation;
  const details = { step: task.step, ...seatName(task, seat), to, reason };
  recorder.note('delegation-recalled', { by, task, details }, mails);
  return { taskId: task.id, outcome: 'delegation-recalled' };
}

function seatToRecall(task: Task, command: RecallTask): Participant | undefined {
  const { leaver } = command;
  return leaver === undefined ? delegatedBy(task, command) : delegatedTo(task, leaver);
}

function delegatedTo({ participants }: Task, id: string): Participant | undefined {
  return participants.find(({ delegation, vote }) => vote === null && delegation?.to.id === id);
}

/** The seat that somebody has delegated, or one for whom they act. */
function delegatedBy({ participants }: Task, { actor, at }: Acting): Participant | undefined {
  return participants.find((seat) => seat.vote === null && seat.delegation && isAmongHolders(seat, actor.id, at));
}
