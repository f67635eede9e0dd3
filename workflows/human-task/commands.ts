import type { UpdateDefinition } from '@temporalio/common';
import { condition, setHandler } from '@temporalio/workflow';
import { personKey } from '../../models/codes';
import type { StepAnswer } from '../../models/contracts/record';
import { said } from '../../models/faults';
import { waitingSeats } from '../../models/quorum';
import * as messages from '../messages';
import { closeCase } from './close-case';
import { complete } from './complete';
import { answerDelegation, checkAnswer, checkDelegate, checkRecall, delegate, recall } from './delegation';
import { checkHide, hideCase } from './hiding';
import { isTask, isWatch, timedOf } from './ladder';
import { checkLinkedClosed, closeLink } from './links';
import { mailAbout, mailOver, seatName } from './mails';
import { nameOf } from './overruns';
import { checkPause, checkResume, pauseTask, resumeTask } from './pause';
import { checkNudge, nudge } from './nudge';
import type { Progress } from './progress';
import type { Recorder } from './recorder';
import { refuse } from './refuse';
import { mustHaveRoom, type Fills } from './room';
import { changeSubstitutes, checkAbsence, takeSeat } from './substitutes';
import {
  checkCancel,
  checkClaim,
  checkCompletion,
  checkRearm,
  checkTransfer,
  checkWithdrawal,
  openTask,
  seatFor,
  seatToTransfer,
} from './rules';
import { addVoter, checkAddVoter, checkRemoveVoter, checkWithdrawVote, removeVoter, withdrawVote } from './voters';

/** Registers what people may say to a case. A handler decides at once; main records it, and then the handler answers. */
export function registerCommands(progress: Progress<unknown>, recorder: Recorder): void {
  setHandler(messages.position, () => positionOf(progress), { description: '流程当前位置' });

  setHandler(
    messages.begin,
    async (key: string) => {
      await condition(() => progress.answers[key] !== undefined);
      return storedAnswer(progress, key);
    },
    { description: '登记' },
  );

  const on = <Command extends messages.Command>(
    definition: UpdateDefinition<StepAnswer, [Command]>,
    description: string,
    fills: Fills | ((command: Command) => Fills),
    mayBe: (progress: Progress<unknown>, command: Command) => void,
    decide: (progress: Progress<unknown>, recorder: Recorder, command: Command) => Decided,
  ) => {
    const check = (now: Progress<unknown>, command: Command) => {
      mayBe(now, command);
      mustHaveRoom(now, command, typeof fills === 'function' ? fills(command) : fills);
    };
    const carryOut = async (command: Command) => {
      const { key, bodyHash, at } = command;
      if (isAhead(progress, command)) await condition(() => !isAhead(progress, command), CATCH_UP_WITHIN_MS);
      await recorder.inTurn(at, async () => {
        if (progress.answers[key]) return;
        check(progress, command);
        recorder.happensAt(at);
        const carriedOut = { update: definition.name, command: { ...command } };
        await recorder.answered({ key, bodyHash, ...decide(progress, recorder, command) }, carriedOut);
      });
    };
    setHandler(
      definition,
      async (command: Command) => {
        await once(command.key, () => carryOut(command));
        return storedAnswer(progress, command.key);
      },
      {
        description,
        validator: (command: Command) => {
          const isKnown = progress.answers[command.key] !== undefined || underWay.has(command.key);
          if (!isKnown && !isAhead(progress, command)) check(progress, command);
        },
      },
    );
  };

  // Temporal may bring a command once more while the first of its key is still being recorded.
  const underWay = new Set<string>();
  const once = async (key: string, carryOut: () => Promise<void>) => {
    while (underWay.has(key)) await condition(() => !underWay.has(key));
    if (progress.answers[key]) return;
    underWay.add(key);
    await carryOut().finally(() => underWay.delete(key));
  };

  on(messages.completeTask, '办理任务', filledBy, checkCompletion, complete);
  on(messages.claimTask, '签收任务', 'nothing', checkClaim, claim);
  on(messages.transferTask, '转办任务', 'nothing', checkTransfer, transfer);
  on(messages.delegateTask, '委派', 'talk', checkDelegate, delegate);
  on(messages.answerDelegation, '答复委派', 'answer', checkAnswer, answerDelegation);
  on(messages.recallTask, '收回委派', 'nothing', checkRecall, recall);
  on(messages.nudgeTask, '催办', 'nothing', checkNudge, nudge);
  on(messages.withdrawVote, '撤回表决', 'talk', checkWithdrawVote, withdrawVote);
  on(messages.addVoter, '加签', 'talk', checkAddVoter, addVoter);
  on(messages.removeVoter, '减签', 'nothing', checkRemoveVoter, removeVoter);
  on(messages.pauseTask, '暂停计时', 'talk', checkPause, pauseTask);
  on(messages.resumeTask, '恢复计时', 'nothing', checkResume, resumeTask);
  on(messages.withdrawCase, '撤回申请', 'nothing', checkWithdrawal, (_, __, command) =>
    endCase(progress, recorder, command, 'withdrawn'),
  );
  on(messages.cancelCase, '取消流程', 'nothing', checkCancel, (_, __, command) =>
    endCase(progress, recorder, command, 'cancelled'),
  );
  on(messages.absenceChanged, '缺勤代办', 'nothing', checkAbsence, changeSubstitutes);
  on(messages.rearm, '启用新版日历', 'nothing', checkRearm, changeCalendar);
  on(messages.linkedClosed, '关联流程结束', 'nothing', checkLinkedClosed, closeLink);
  on(messages.hideCase, '保密', 'nothing', checkHide, hideCase);
}

/** How long a command waits for a task that people see already. */
const CATCH_UP_WITHIN_MS = 60_000;

// When a workflow task is lost after its record was written, people see the next task before it is opened here once more,
// and Temporal may bring what they decide before what was decided earlier.
function isAhead(progress: Progress<unknown>, command: messages.Command & { taskId?: string }): boolean {
  const { taskId } = command;
  if (taskId === undefined || progress.state !== 'open') return false;
  const isOpen = progress.openTasks.some((task) => task.id === taskId);
  return !isOpen && !progress.decisions.some((decision) => decision.taskId === taskId);
}

/** What is sent back is talk: it comes round again. */
function filledBy({ outcome }: messages.CompleteTask): Fills {
  return outcome === 'return' ? 'talk' : 'answer';
}

type Decided = Pick<StepAnswer, 'taskId' | 'outcome'>;

function claim(progress: Progress<unknown>, recorder: Recorder, command: messages.ClaimTask): Decided {
  const task = openTask(progress, command.taskId);
  const seat = seatFor(task, command);
  const { id, name } = command.actor;
  const forWhom = takeSeat(seat, command);
  const details = { step: task.step, ...seatName(task, seat), ...(forWhom && { forWhom }) };
  recorder.note('task-claimed', { by: { id, name }, task, details });
  return { taskId: task.id, outcome: 'claimed' };
}

function transfer(progress: Progress<unknown>, recorder: Recorder, command: messages.TransferTask): Decided {
  const task = openTask(progress, command.taskId);
  const seat = seatToTransfer(task, command);
  const { to, reason } = command;
  const ended = mailOver(task, seat, { by: command.actor.name, reason });
  delete seat.delegation;
  seat.assignee = to;
  seat.owner = to;
  seat.whom = { kind: 'persons', ids: [to.id] };
  if (seat.eligible?.length) seat.eligible.push(...seat.keys.filter((key) => !seat.eligible?.includes(key)));
  seat.keys = [personKey(to.id)];
  delete seat.substitutes;
  const { id, name } = command.actor;
  const mails = waitingSeats(task).includes(seat)
    ? [mailAbout(task, 'task-opened', seat.whom, { transferredBy: name, reason })]
    : [];
  const details = { step: task.step, ...seatName(task, seat), to, reason };
  recorder.note('task-transferred', { by: { id, name }, task, details }, [...mails, ...ended]);
  return { taskId: task.id, outcome: 'transferred' };
}

/** The record of this step tells each running clock's new deadline beside the old one. */
function changeCalendar(progress: Progress<unknown>, recorder: Recorder, command: messages.Rearm): Decided {
  const { calendar: to, publishedBy } = command;
  const timed = timedOf(progress).filter((of) => !isWatch(of));
  const deadlines = timed.map((of) => {
    const was = progress.armed.find((clock) => clock.id === of.clock?.id)?.dueAt ?? null;
    return { clockId: of.clock?.id, taskId: isTask(of) ? of.id : null, ...nameOf(of), was };
  });
  recorder.note('calendar-changed', { details: { from: progress.calendar, to, publishedBy, deadlines } });
  for (const task of timed.filter(isTask)) recorder.buffer.touch(task);
  progress.calendar = to;
  return { taskId: null, outcome: 'rearmed' };
}

function endCase(
  progress: Progress<unknown>,
  recorder: Recorder,
  command: messages.CloseCase,
  state: 'withdrawn' | 'cancelled',
): Decided {
  progress.state = state;
  progress.closing = command.reason;
  progress.closedBy = { id: command.actor.id, name: command.actor.name };
  closeCase(progress, recorder);
  return { taskId: null, outcome: state };
}

function storedAnswer(progress: Progress<unknown>, key: string): StepAnswer {
  return progress.answers[key] ?? refuse('internal', said('answer-lost'));
}

function positionOf(progress: Progress<unknown>): messages.Position {
  const { stage, round, recordSeq, journalHead, openTasks } = progress;
  const open = openTasks.filter((task) => task.status === 'open');
  return {
    stage,
    round,
    recordSeq,
    journalHead,
    openTasks: open.map(({ id, participants }) => ({ id, whom: participants.map((seat) => seat.whom) })),
  };
}
