import { condition, setHandler } from '@temporalio/workflow';
import { personKey } from '../../models/codes';
import type { StepAnswer } from '../../models/contracts/record';
import type { Decision, Participant, Task } from '../../models/contracts/task';
import * as messages from '../messages';
import { mailAbout } from './mails';
import type { Progress } from './progress';
import type { Recorder } from './recorder';
import { refuse } from './refuse';
import { checkCancel, checkClaim, checkCompletion, checkTransfer, checkWithdrawal, openTask, seatFor } from './rules';

/** Registers what people may say to a case. A handler decides at once; main records it, and then the handler answers. */
export function registerCommands(progress: Progress<unknown>, recorder: Recorder): void {
  const isNew = (command: messages.Command) => progress.answers[command.key] === undefined;

  async function answerTo(command: messages.Command, taskId: string | null, outcome: StepAnswer['outcome']): Promise<StepAnswer> {
    await recorder.answered({ key: command.key, bodyHash: command.bodyHash, taskId, outcome });
    return storedAnswer(progress, command.key);
  }

  setHandler(messages.position, () => positionOf(progress), { description: '流程当前位置' });

  setHandler(
    messages.begin,
    async (key) => {
      await condition(() => progress.answers[key] !== undefined);
      return storedAnswer(progress, key);
    },
    { description: '登记' },
  );

  setHandler(
    messages.completeTask,
    async (command) => {
      if (!isNew(command)) return storedAnswer(progress, command.key);
      complete(progress, recorder, command);
      return await answerTo(command, command.taskId, command.outcome);
    },
    { description: '办理任务', validator: (command) => void (isNew(command) && checkCompletion(progress, command)) },
  );

  setHandler(
    messages.claimTask,
    async (command) => {
      if (!isNew(command)) return storedAnswer(progress, command.key);
      claim(progress, recorder, command);
      return await answerTo(command, command.taskId, 'claimed');
    },
    { description: '签收任务', validator: (command) => void (isNew(command) && checkClaim(progress, command.taskId, command.actor)) },
  );

  setHandler(
    messages.transferTask,
    async (command) => {
      if (!isNew(command)) return storedAnswer(progress, command.key);
      transfer(progress, recorder, command);
      return await answerTo(command, command.taskId, 'transferred');
    },
    { description: '转办任务', validator: (command) => void (isNew(command) && checkTransfer(progress, command)) },
  );

  setHandler(
    messages.withdrawCase,
    async (command) => {
      if (!isNew(command)) return storedAnswer(progress, command.key);
      endCase(progress, command, 'withdrawn');
      return await answerTo(command, null, 'withdrawn');
    },
    { description: '撤回申请', validator: (command) => void (isNew(command) && checkWithdrawal(progress, command)) },
  );

  setHandler(
    messages.cancelCase,
    async (command) => {
      if (!isNew(command)) return storedAnswer(progress, command.key);
      endCase(progress, command, 'cancelled');
      return await answerTo(command, null, 'cancelled');
    },
    { description: '取消流程', validator: (command) => void (isNew(command) && checkCancel(progress, command)) },
  );
}

function complete(progress: Progress<unknown>, recorder: Recorder, command: messages.CompleteTask): void {
  const task = openTask(progress, command.taskId);
  const seat = seatFor(task, command.actor);
  const { id, name } = command.actor;
  const at = recorder.now();
  const { outcome, comment } = command;
  seat.assignee ??= { id, name };
  seat.owner ??= { id, name };
  seat.vote = { outcome, by: { id, name }, forWhom: null, at, comment };
  const decision = decisionOf(task, seat.vote, command);
  task.status = 'completed';
  task.closedAt = at;
  task.decision = decision;
  progress.decisions.push(decision);
  const { form, names, returnTo } = decision;
  recorder.note('task-completed', { at, by: { id, name }, task, details: { step: task.step, outcome, comment, returnTo, form, names } });
  if (command.attachments.length > 0) recorder.buffer.effect({ kind: 'bind-attachments', ids: command.attachments });
}

function decisionOf(task: Task, vote: NonNullable<Participant['vote']>, command: messages.CompleteTask): Decision {
  return {
    ...vote,
    taskId: task.id,
    stage: task.stage,
    step: task.step,
    round: task.round,
    returnTo: command.outcome === 'return' ? command.returnTo : null,
    form: command.form,
    names: command.names,
    isVoid: false,
  };
}

function claim(progress: Progress<unknown>, recorder: Recorder, command: messages.ClaimTask): void {
  const task = openTask(progress, command.taskId);
  const seat = seatFor(task, command.actor);
  const { id, name } = command.actor;
  seat.assignee = { id, name };
  seat.owner ??= { id, name };
  recorder.note('task-claimed', { by: { id, name }, task, details: { step: task.step } });
}

function transfer(progress: Progress<unknown>, recorder: Recorder, command: messages.TransferTask): void {
  const task = openTask(progress, command.taskId);
  const seat = seatToTransfer(task, command);
  const { to, reason } = command;
  seat.assignee = to;
  seat.owner = to;
  seat.whom = { kind: 'persons', ids: [to.id] };
  seat.keys = [personKey(to.id)];
  const { id, name } = command.actor;
  const details = { transferredBy: name, reason };
  recorder.note('task-transferred', { by: { id, name }, task, details: { step: task.step, to, reason } }, [
    mailAbout(task, 'task-opened', seat.whom, details),
  ]);
}

function seatToTransfer(task: Task, command: messages.TransferTask): Participant {
  const mine = task.participants.find((seat) => seat.vote === null && seat.assignee?.id === command.actor.id);
  return mine ?? task.participants.find((seat) => seat.vote === null) ?? refuse('task-closed');
}

function endCase(progress: Progress<unknown>, command: messages.CloseCase, state: 'withdrawn' | 'cancelled'): void {
  progress.state = state;
  progress.closing = command.reason;
  progress.closedBy = { id: command.actor.id, name: command.actor.name };
}

function storedAnswer(progress: Progress<unknown>, key: string): StepAnswer {
  return progress.answers[key] ?? refuse('internal', 'the answer was not kept');
}

function positionOf(progress: Progress<unknown>): messages.Position {
  const { stage, round, recordSeq, journalHead, openTasks } = progress;
  const open = openTasks.filter((task) => task.status === 'open');
  return { stage, round, recordSeq, journalHead, openTasks: open.map(({ id, participants }) => ({ id, whom: participants.map((seat) => seat.whom) })) };
}
