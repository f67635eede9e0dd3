import { OUTCOMES_WITH_COMMENT, type Role } from '../../models/codes';
import { jsonSchemaOf } from '../../models/contracts/form';
import { outcomeTitle, taskTitle } from '../../models/contracts/outcomes';
import { formOf, processOf } from '../../models/contracts/processes';
import type { PersonName } from '../../models/contracts/people';
import { asSigned } from '../../models/contracts/signing';
import type { Participant } from '../../models/contracts/task';
import type { TaskRow } from '../../models/db';
import { tallyOf } from '../../models/quorum';
import type { SignedIn } from '../authentication';
import type { TaskLineRow } from '../use-cases/inbox';
import type { IsInternal } from '../use-cases/internal-words';
import type { NameOf } from '../use-cases/names';
import {
  actingFor,
  isAskedFirst,
  mayAct,
  mayClaim,
  mayHold,
  mayRecall,
  mayTransfer,
  seatOf,
} from '../use-cases/tasks-seen';
import { mayNudge, mayWithdrawVote, placesToAdd } from '../use-cases/votes-seen';
import { votingShown } from './voting';

/** A task as a line of a list. */
export function taskLine(task: TaskLineRow, me: SignedIn, customerOf: NameOf) {
  const process = processOf(task.process);
  const seat = task.quorum ? seatOf(me, task) : task.participants[0];
  return {
    id: task._id,
    caseId: task.caseId,
    process: task.process,
    processTitle: process?.title ?? null,
    step: task.step,
    title: taskTitle(process, task.step, task.item?.title),
    item: task.item?.key ?? null,
    stage: task.stage,
    round: task.round,
    subject: task.subject,
    applicant: task.applicant,
    customerId: task.customerId,
    customer: task.customerId === null ? null : customerOf(task.customerId),
    priority: task.priority,
    status: task.status,
    isVoid: task.isVoid,
    outcome: task.outcome,
    outcomeTitle: task.outcome && outcomeTitle(processOf(task.process), task.step, task.outcome),
    decidedBy: task.decidedBy,
    assignee: seat?.assignee ?? null,
    owner: seat?.owner ?? null,
    openedAt: task.openedAt,
    dueAt: task.dueAt,
    isDueProvisional: task.isDueProvisional ?? false,
    closedAt: task.closedAt,
    pause: task.pause ?? null,
    breachedAt: task.breachedAt ?? null,
    mayAct: mayAct(me, task),
    tally: tallyOf(task),
    actingFor: actingFor(me, task),
  };
}

/** A task with its form, its outcomes and what was decided. */
export function taskShown(
  task: TaskRow,
  me: SignedIn,
  customerOf: NameOf,
  pauseRoles: readonly Role[],
  isInternal: IsInternal,
) {
  return {
    ...taskLine(task, me, customerOf),
    may: {
      claim: mayClaim(me, task),
      transfer: mayTransfer(me, task),
      ...mayHold(me, task, pauseRoles),
      delegate: mayAct(me, task),
      answerDelegation: task.status === 'open' && isAskedFirst(me, task),
      recall: task.status === 'open' && mayRecall(me, task),
      nudge: mayNudge(me, task, pauseRoles),
      withdrawVote: mayWithdrawVote(me, task),
      addVoter: placesToAdd(me, task),
    },
    ...questionOf(task),
    ladder: task.ladder,
    decision: task.decision,
    delegation: delegationShown(task, me, isInternal),
    opinions: (task.opinions ?? []).filter(({ by }) => !isInternal(by)),
    nudgedAt: task.nudgedAt ?? null,
    voting: votingShown(task, me, pauseRoles, isInternal),
    duty: dutyShown(task),
    substitutes: task.status === 'open' ? task.participants.flatMap(({ substitutes = [] }) => substitutes) : [],
  };
}

/** What a task asks, for somebody who sees no more of it. */
export function taskAsked(task: TaskRow, customer: PersonName | null) {
  const { caseId, process, step, subject, applicant, round, dueAt, isDueProvisional = false, pause = null } = task;
  const contract = processOf(process);
  return {
    ...{ id: task._id, caseId, process, processTitle: contract?.title ?? null },
    ...{ step, title: taskTitle(contract, step, task.item?.title), subject, applicant, customer, round },
    ...{ dueAt, isDueProvisional, pause },
    ...questionOf(task),
  };
}

/** The form of a task and the outcomes that it offers. */
function questionOf(task: TaskRow) {
  const process = processOf(task.process);
  const form = formOf(task.form);
  return {
    form: form ? jsonSchemaOf(asSigned(form, task.signing)) : null,
    facts: task.item?.facts ?? [],
    prefill: task.prefill,
    outcomes: task.outcomes.map((outcome) => ({
      outcome,
      title: outcomeTitle(processOf(task.process), task.step, outcome),
      needsComment: OUTCOMES_WITH_COMMENT.includes(outcome),
    })),
    returnTo: task.returnTo.map((stage) => ({ stage, title: process?.stages[stage] ?? null })),
  };
}

/** Whom the roster has called to a task, and what happens next if they stay silent. */
function dutyShown({ participants, watch, watchNext = null, status }: TaskRow) {
  const duty = participants.find((seat) => seat.duty)?.duty;
  if (!duty) return null;
  return {
    teamId: duty.team,
    called: duty.called,
    limit: status === 'open' ? (watch?.kind ?? null) : null,
    next: watchNext,
  };
}

/** The delegation that stands on the page of a task: the one of its seat, or of the person's among several. */
function delegationShown(task: TaskRow, me: SignedIn, isInternal: IsInternal) {
  if (task.status !== 'open') return null;
  const isTheirs = ({ delegation, assignee }: Participant) => [delegation?.to.id, assignee?.id].includes(me.id);
  const seat = task.quorum ? task.participants.find((one) => one.delegation && isTheirs(one)) : task.participants[0];
  const delegation = seat?.delegation ?? null;
  return delegation && isInternal(delegation.by) ? { ...delegation, reason: '' } : delegation;
}
