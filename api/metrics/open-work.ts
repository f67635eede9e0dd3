import type { PipelineStage } from 'mongoose';
import type { Database } from '../../models/db';

/** The open tasks of one step. */
export interface OpenTasks {
  readonly process: string;
  readonly step: string;
  /** How many are this old, by the name of the band. */
  readonly byAge: Readonly<Record<AgeBand, number>>;
  readonly overdue: number;
  readonly paused: number;
  readonly oldestInSeconds: number;
}

/** What waits in the record for people, the mail server, or an administrator. */
export interface OpenWork {
  readonly tasks: readonly OpenTasks[];
  readonly openCases: number;
  readonly needingAttention: Readonly<Record<string, number>>;
  readonly mails: Readonly<Record<Unsent, number>>;
  readonly oldestMailInSeconds: number;
  readonly deliveries: Readonly<Record<Unsent, number>>;
  readonly oldestDeliveryInSeconds: number;
}

const UNSENT = ['queued', 'sending', 'refused', 'unknown'] as const;
type Unsent = (typeof UNSENT)[number];

const HOUR_IN_MS = 3_600_000;
const BANDS = [
  ['under-1h', 0],
  ['1h-8h', HOUR_IN_MS],
  ['8h-1d', 8 * HOUR_IN_MS],
  ['1d-3d', 24 * HOUR_IN_MS],
  ['3d-7d', 72 * HOUR_IN_MS],
  ['over-7d', 168 * HOUR_IN_MS],
] as const;
type AgeBand = (typeof BANDS)[number][0];

const LONGEST_IN_MS = 2_000;
const WAITING = { createdAt: 1, heldUntil: 1 } as const;

/** Reads what waits, over indexes alone: closed tasks and sent mails cost nothing, however many there are. */
export async function openWork(db: Database, now: Date): Promise<OpenWork> {
  const limits = { maxTimeMS: LONGEST_IN_MS };
  const [tasks, paused, openCases, attention, mails, oldest, deliveries, oldestDelivery] = await Promise.all([
    db.tasks.aggregate<TaskGroup>(openTasksByStep(now), limits),
    db.tasks.aggregate<PausedGroup>(PAUSED_BY_STEP, { ...limits, hint: 'pausedTasks' }),
    db.cases.countDocuments({ state: 'open' }, limits),
    db.cases.aggregate<{ _id: string; count: number }>(
      [{ $match: { attention: { $type: 'object' } } }, { $group: { _id: '$attention.code', count: { $sum: 1 } } }],
      { ...limits, hint: 'needsAttention' },
    ),
    unsentByState(async (state) => await db.mails.countDocuments({ state }, limits)),
    // What waits for the end of somebody's quiet hours is not late.
    db.mails
      .findOne({ state: 'queued', $or: [{ heldUntil: null }, { heldUntil: { $lte: now } }] }, WAITING, limits)
      .sort({ createdAt: 1 })
      .lean(),
    unsentByState(async (state) => await db.deliveries.countDocuments({ state }, limits)),
    db.deliveries.findOne({ state: 'queued' }, { createdAt: 1 }, limits).sort({ createdAt: 1 }).lean(),
  ]);
  return {
    tasks: tasks.map((group) => openTasksOf(group, paused, now)),
    openCases,
    needingAttention: Object.fromEntries(attention.map(({ _id, count }) => [_id, count])),
    mails,
    oldestMailInSeconds: oldest ? secondsSince(oldest.heldUntil ?? oldest.createdAt, now) : 0,
    deliveries,
    oldestDeliveryInSeconds: oldestDelivery ? secondsSince(oldestDelivery.createdAt, now) : 0,
  };
}

interface Group {
  readonly _id: { readonly process: string; readonly step: string };
}
type PausedGroup = Group & { readonly count: number };
type TaskGroup = Group & {
  readonly oldest: Date;
  readonly overdue: number;
} & Readonly<Record<AgeBand, number>>;

const BY_STEP = { process: '$process', step: '$step' } as const;

/** The aggregation of paused tasks, for their own index, which has nothing else. */
const PAUSED_BY_STEP: PipelineStage[] = [
  { $match: { pause: { $type: 'object' } } },
  { $group: { _id: BY_STEP, count: { $sum: 1 } } },
];

/** The aggregation of open tasks; every field that it reads is in the index `openTasks`. */
export function openTasksByStep(now: Date): PipelineStage[] {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const isOlder = (ms: number) => ({ $lte: ['$openedAt', before(ms)] });
  const bands = BANDS.map(([name, fromMs], index) => {
    const toMs = BANDS[index + 1]?.[1];
    const isWithin = [fromMs === 0 ? true : isOlder(fromMs), toMs === undefined ? true : { $not: [isOlder(toMs)] }];
    return [name, { $sum: { $cond: [{ $and: isWithin }, 1, 0] } }] as const;
  });
  const isOverdue = { $and: [{ $ne: ['$dueAt', null] }, { $lt: ['$dueAt', now] }] };
  return [
    { $match: { status: 'open' } },
    {
      $group: {
        _id: BY_STEP,
        oldest: { $min: '$openedAt' },
        overdue: { $sum: { $cond: [isOverdue, 1, 0] } },
        ...Object.fromEntries(bands),
      },
    },
  ];
}

function openTasksOf(group: TaskGroup, allPaused: readonly PausedGroup[], now: Date): OpenTasks {
  const { process, step } = group._id;
  const paused = allPaused.find(({ _id }) => _id.process === process && _id.step === step)?.count ?? 0;
  const byAge = Object.fromEntries(BANDS.map(([name]) => [name, group[name]])) as Record<AgeBand, number>;
  return { process, step, byAge, overdue: group.overdue, paused, oldestInSeconds: secondsSince(group.oldest, now) };
}

async function unsentByState(count: (state: Unsent) => Promise<number>): Promise<Record<Unsent, number>> {
  const counts = await Promise.all(UNSENT.map(async (state) => [state, await count(state)] as const));
  return Object.fromEntries(counts) as Record<Unsent, number>;
}

function secondsSince(at: Date, now: Date): number {
  return Math.max(0, (now.getTime() - at.getTime()) / 1000);
}
