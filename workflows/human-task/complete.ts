import type { StepAnswer } from '../../models/contracts/record';
import type { Decision, Participant, Task, Vote } from '../../models/contracts/task';
import type { CompleteTask } from '../messages';
import { followTasks } from './case-clocks';
import { closeTask } from './close-task';
import { mailToAbsent } from './mails';
import type { Progress } from './progress';
import type { Recorder } from './recorder';
import { openTask, seatFor } from './rules';
import { takeSeat } from './substitutes';
import { castVote } from './votes';

/** Somebody answers a task: it is decided, or, where several decide, one of their votes is cast. */
export function complete(
  progress: Progress<unknown>,
  recorder: Recorder,
  command: CompleteTask,
): Pick<StepAnswer, 'taskId' | 'outcome'> {
  const task = openTask(progress, command.taskId);
  const seat = seatFor(task, command);
  const { id, name } = command.actor;
  const at = recorder.now();
  const { outcome, comment } = command;
  const forWhom = takeSeat(seat, command);
  const vote: Vote = { outcome, by: { id, name }, forWhom, at, comment };
  const decision = decisionOf(task, vote, command);
  if (task.quorum) castVote(progress, recorder, { task, quorum: task.quorum, seat, decision });
  else decide(progress, recorder, task, seat, vote, decision);
  if (command.attachments.length > 0) recorder.buffer.effect({ kind: 'bind-attachments', ids: command.attachments });
  return { taskId: task.id, outcome };
}

function decide(
  progress: Progress<unknown>,
  recorder: Recorder,
  task: Task,
  seat: Participant,
  vote: Vote,
  decision: Decision,
): void {
  const { at, by, forWhom, outcome, comment, form, names, returnTo } = decision;
  seat.vote = vote;
  closeTask(progress, task, decision);
  const details = { step: task.step, outcome, comment, returnTo, form, names, ...(forWhom && { forWhom }) };
  recorder.note('task-completed', { at, by, task, details }, mailToAbsent(task, vote));
  followTasks(progress, recorder);
}

function decisionOf(task: Task, vote: Vote, command: CompleteTask): Decision {
  return {
    ...vote,
    taskId: task.id,
    stage: task.stage,
    step: task.step,
    round: task.round,
    ...(task.item && { item: task.item.key }),
    returnTo: command.outcome === 'return' ? command.returnTo : null,
    form: command.form,
    names: command.names,
    isVoid: false,
  };
}
