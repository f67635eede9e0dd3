import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import { personKey } from '../../models/codes';
import type { deactivateAnswer, deactivateInput } from '../../models/contracts/open-tasks';
import { inTransaction, type UserRow } from '../../models/db';
import { said } from '../../models/faults';
import { hashOf } from '../../models/hash';
import { isCustomerSide } from '../../models/whom';
import { invalidAt } from '../http/invalid';
import { Problem, type Said } from '../http/problem';
import type { Answer, Call } from '../http/route';
import { commandFrom } from './command';
import { isActiveAdmin, mustLeaveAnAdmin } from './administrators';
import { changesOf } from './changes';
import { leftBehindBy, questionsTo, shownOpenTask, type LeftBehind } from './open-tasks';
import { accessesOf, passOnLines } from './pass-on-lines';
import { seesTask } from './tasks-seen';
import { isLeaving, whyNotGiven } from './who-may-take';

type Request = Call<{ id: string }, unknown, z.output<typeof deactivateInput>>;

/** For so long nobody gives a leaver another task, should the request die half-way; it is prolonged with each task moved. */
const LEAVING_FOR_MS = 60_000;
/** What is accepted by a case just before the leaver is marked shows a moment later. */
const ROUNDS = 5;
const BETWEEN_ROUNDS_IN_MS = 200;
/** The task is no longer theirs, so there is nothing to hand over. */
const GONE: readonly string[] = ['task-closed', 'case-closed', 'task-claimed'];

/**
 * Deactivates somebody once the successor has what they would leave behind. Nothing is moved unless all can be; each move is
 * a journaled transfer under a key of its own, so that the same request, sent again after a crash, does the rest and nothing
 * twice. Only then do account and sign-ins end, in one transaction that looks once more.
 */
export async function deactivateUser(call: Request, row: UserRow): Promise<Answer> {
  const { deps, body } = call;
  if (!row.isActive) throw new Problem('wrong-state', said('deactivated-already'));
  if (isActiveAdmin(row)) await mustLeaveAnAdmin(deps, row._id, null);
  const successor = body.successorId === null ? null : await successorFor(call, row, body.successorId);
  const moved = new Set<string>();
  try {
    for (let round = 1; ; round += 1) {
      const left = await leftBehindBy(deps.db, row);
      const questions = await questionsTo(deps.db, row);
      mustSeeAll(call, [...left, ...questions]);
      const isEndless = round > ROUNDS && left.length + questions.length > 0;
      if (isEndless || (left.length > 0 && !successor))
        throw withTasks(call, 'has-open-tasks', [...left, ...questions]);
      if (successor) await mustFit(call, left, successor);
      await markLeaving(call, row._id);
      for (const one of successor ? left : []) {
        if (await handOver(call, one, row, successor as UserRow)) moved.add(one.task._id);
      }
      for (const question of questions) await endQuestion(call, question, row);
      const earlier = successor ? await movedBefore(call, successor) : [];
      const answer = await endAccount(call, row, successor, [...new Set([...earlier, ...moved])].sort());
      if (answer) return answer;
      await pause(BETWEEN_ROUNDS_IN_MS);
    }
  } catch (error) {
    // Refused for good, so they stay; what is only late (503) is done by the same request, sent again.
    if (error instanceof Problem && error.code !== 'busy' && error.code !== 'unavailable')
      await deps.db.users.updateOne({ _id: row._id }, { $set: { leavingUntil: null } });
    throw error;
  }
}

/** Refuses to deactivate somebody who would leave tasks behind, and says which. */
export async function mustLeaveNothing(call: Pick<Request, 'deps' | 'me'>, row: UserRow): Promise<void> {
  const { db } = call.deps;
  const left = [...(await leftBehindBy(db, row)), ...(await questionsTo(db, row))];
  mustSeeAll(call, left);
  if (left.length > 0) throw withTasks(call, 'has-open-tasks', left, said('name-a-successor', { id: row._id }));
}

/** Refuses in words that tell nothing, where a case is hidden from who asks: what they may not know of they do not hand over. */
function mustSeeAll({ me }: Pick<Request, 'me'>, left: readonly LeftBehind[]): void {
  if (left.some(({ task }) => !seesTask(me, task))) throw new Problem('not-allowed', said('another-administrator'));
}

async function successorFor({ deps }: Request, row: UserRow, id: string): Promise<UserRow> {
  const found = await deps.db.users.findById(id).lean<UserRow>();
  const code =
    !found?.isActive || isLeaving(found, deps.now())
      ? 'no-such-successor'
      : found._id === row._id
        ? 'successor-is-leaver'
        : isCustomerSide(found.grants) !== isCustomerSide(row.grants)
          ? 'successor-of-another-side'
          : null;
  if (found && code === null) return found;
  throw invalidAt('/successorId', code ?? 'no-such-successor');
}

async function mustFit(call: Request, left: readonly LeftBehind[], successor: UserRow): Promise<void> {
  const { deps, me } = call;
  // Nobody chooses who decides on what they applied for, also not in this way.
  const own = left.filter(({ task }) => task.excluded.includes(me.id));
  if (own.length > 0) throw withTasks(call, 'own-request', own, said('own-among-tasks'));
  const unfit: LeftBehind[] = [];
  for (const one of left) {
    const { task, seat } = one;
    const fits = (await whyNotGiven(deps.db, task, seat, successor, deps.now())) === null;
    if (task.excluded.includes(successor._id) || !fits) unfit.push(one);
  }
  if (unfit.length > 0) throw withTasks(call, 'successor-unfit', unfit);
}

async function markLeaving({ deps }: Request, _id: string): Promise<void> {
  const leavingUntil = new Date(deps.now().getTime() + LEAVING_FOR_MS);
  await deps.db.users.updateOne({ _id }, { $set: { leavingUntil } });
}

/** True when the task was moved; false when it was decided meanwhile, or is somebody else's. */
async function handOver(call: Request, { task, seat }: LeftBehind, from: UserRow, to: UserRow): Promise<boolean> {
  const { deps, body, answerKey } = call;
  await markLeaving(call, from._id);
  try {
    await deps.gateway.transfer(task.caseId, {
      ...commandFrom(call),
      key: moveKey(answerKey, task._id),
      taskId: task._id,
      from: from._id,
      ...(task.quorum ? { seat: seat.seat } : {}),
      to: { id: to._id, name: to.name },
      reason: body.reason,
    });
    return true;
  } catch (error) {
    if (!(error instanceof Problem && GONE.includes(error.code))) throw error;
    return false;
  }
}

/** Nobody answers for the leaver: who asked them is told, and decides without. */
async function endQuestion(call: Request, { task, seat }: LeftBehind, { _id: leaver }: UserRow): Promise<void> {
  const { deps, body, answerKey } = call;
  const key = hashOf([answerKey, task._id, seat.seat, 'question']);
  const command = { ...commandFrom(call), key, taskId: task._id, leaver, reason: body.reason };
  try {
    await deps.gateway.recall(task.caseId, command);
  } catch (error) {
    if (!(error instanceof Problem && [...GONE, 'not-allowed'].includes(error.code))) throw error;
  }
}

/** What this request had moved to the successor before it was broken off: each move left its answer under its own key. */
async function movedBefore({ deps: { db }, answerKey }: Request, successor: UserRow): Promise<string[]> {
  const theirs = await db.tasks.distinct('_id', { status: 'open', openTo: personKey(successor._id) });
  const keys = new Map(theirs.map((taskId) => [moveKey(answerKey, taskId), taskId]));
  const answered = await db.answers.distinct('_id', { _id: { $in: [...keys.keys()] } });
  return answered.flatMap((key) => keys.get(key) ?? []);
}

function moveKey(answerKey: string, taskId: string): string {
  return hashOf([answerKey, taskId]);
}

/** Ends account and sign-ins, and keeps the answer; null when a task has come up meanwhile. */
async function endAccount(
  call: Request,
  { _id, name }: UserRow,
  successor: UserRow | null,
  handedOver: readonly string[],
): Promise<Answer | null> {
  const { deps, answerKey, bodyHash } = call;
  return await inTransaction(deps.db, async (session) => {
    const row = await deps.db.users.findById(_id).session(session).lean<UserRow>();
    if (!row?.isActive) throw new Problem('wrong-state', said('person-changed', { name }));
    if ((await leftBehindBy(deps.db, row)).length > 0 || (await questionsTo(deps.db, row)).length > 0) return null;
    if (isActiveAdmin(row)) await mustLeaveAnAdmin(deps, _id, session);
    const $set = { isActive: false, leavingUntil: null, linksFrom: deps.now(), updatedAt: deps.now() };
    await deps.db.users.updateOne({ _id }, { $set, $inc: { version: 1 } }, { session });
    await deps.db.sessions.deleteMany({ userId: _id }, { session });
    const lines = await passOnLines(deps.db, session, row, successor, deps.now());
    const body: z.output<typeof deactivateAnswer> = {
      ...{ id: _id, isActive: false, handedOver: [...handedOver], ...lines },
      successor: successor && { id: successor._id, name: successor.name },
    };
    await deps.db.answers.create([{ _id: answerKey, bodyHash, status: 200, body, etag: null, at: deps.now() }], {
      session,
    });
    const changes = changesOf({ isActive: true }, { isActive: false });
    const details = { reason: call.body.reason, successor: body.successor, handedOver, changes };
    return { status: 200, body, access: { target: _id, details, others: accessesOf(lines, _id) } };
  });
}

function withTasks(
  { me }: Pick<Request, 'me'>,
  code: 'has-open-tasks' | 'successor-unfit' | 'own-request',
  left: readonly LeftBehind[],
  detail: Said = '',
): Problem {
  return new Problem(code, detail, {
    tasks: left.filter(({ task }) => seesTask(me, task)).map(shownOpenTask),
  });
}
