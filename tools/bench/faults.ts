import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../embedded/wait';
import { databaseOf, type Database } from '../../models/db';
import { bareLateness } from './bare/timers';
import type { House } from './house';
import { percentile } from './measure/statistics';
import type { BenchOptions } from './options';
import { AROUND_THE_CLOCK, FaultDesk, remindAfter, type Arrival } from './product/fault-desk';
import { PASSWORD, startBenchProduct } from './product/product';
import type { Recipe } from './recipe';

/** How the product fares with many faults open, their clocks running, and more arriving. */
export interface FaultFigures {
  readonly open: number;
  readonly arriving: number;
  /** From the instant at which a reminder was due until its mail was delivered. */
  readonly lateP50InMs: number;
  readonly lateP99InMs: number;
  /** The same of a bare workflow that records and does as much as nothing. */
  readonly bareLateP50InMs: number;
  readonly bareLateP99InMs: number;
  /** What people waited for as a fault arrived: its number, the board, the engineer's answer. */
  readonly apiP99InMsWhenFew: number;
  readonly apiP99InMsWhenMany: number;
  /** The second by the first. */
  readonly apiP99Ratio: number;
}

const AT_ONCE = 4;
const BEFORE_THE_FIRST_IN_MS = 2_000;
const LIMITS = { timeoutInMs: 300_000, pauseInMs: 500 };

/** Opens many faults, lets more arrive while the reminders of the many fall due, and compares with bare timers at the same pace. */
export async function measureFaults(house: House, recipe: Recipe, options: BenchOptions): Promise<FaultFigures> {
  const { say } = house;
  const { open, arriving, everyInMs, remindAfterInMs } = options.faults;
  const db = databaseOf(house.mongo);
  const product = await startBenchProduct(house, AROUND_THE_CLOCK);
  try {
    const desk = await FaultDesk.open(product.url, PASSWORD);
    await remindAfter(db, remindAfterInMs);
    const few = await arrivals(desk, arriving, everyInMs);
    say(`  ${inMs(few)} ms p99 with few faults open`);
    const startedAt = Date.now();
    const ids = await opened(desk, open);
    const fillInMs = Date.now() - startedAt;
    say(`  ${open} faults opened in ${(fillInMs / 1000).toFixed(0)} s`);
    await pause(Math.max(0, startedAt + remindAfterInMs - BEFORE_THE_FIRST_IN_MS - Date.now()));
    const many = await arrivals(desk, arriving, everyInMs);
    const late = await lateness(db, ids, remindAfterInMs);
    say(`  ${inMs(many)} ms p99 with ${open} open; reminders ${percentile(late, 0.99).toFixed(0)} ms late (p99)`);
    await product.stop();
    const bare = await bareLateness(house, recipe.records.at(-1) ?? [], {
      ...{ count: open, waitsInMs: remindAfterInMs, withinMs: fillInMs },
    });
    say(`  bare timers ${percentile(bare, 0.99).toFixed(0)} ms late (p99)`);
    return figuresOf(options, { few, many, late, bare });
  } finally {
    await product.stop();
  }
}

interface Measured {
  readonly few: readonly Arrival[];
  readonly many: readonly Arrival[];
  readonly late: readonly number[];
  readonly bare: readonly number[];
}

function figuresOf({ faults: { open, arriving } }: BenchOptions, { few, many, late, bare }: Measured): FaultFigures {
  return {
    ...{ open, arriving },
    lateP50InMs: percentile(late, 0.5),
    lateP99InMs: percentile(late, 0.99),
    bareLateP50InMs: percentile(bare, 0.5),
    bareLateP99InMs: percentile(bare, 0.99),
    apiP99InMsWhenFew: p99(few),
    apiP99InMsWhenMany: p99(many),
    apiP99Ratio: p99(many) / p99(few),
  };
}

/** Faults that arrive at a steady pace, whether those before are answered or not. */
async function arrivals(desk: FaultDesk, count: number, everyInMs: number): Promise<Arrival[]> {
  const under: Promise<Arrival>[] = [];
  for (let number = 0; number < count; number += 1) {
    const arrival = desk.arrives();
    // Its failure is thrown when all have arrived.
    arrival.catch(() => undefined);
    under.push(arrival);
    await pause(everyInMs);
  }
  return await Promise.all(under);
}

async function opened(desk: FaultDesk, count: number): Promise<string[]> {
  const ids: string[] = [];
  const begun = { count: 0 };
  const one = async (): Promise<void> => {
    while (begun.count < count) {
      begun.count += 1;
      ids.push(await desk.enters());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return ids;
}

/** How long after it was due the first reminder of each fault was delivered; waits until all are. */
async function lateness(db: Database, ids: readonly string[], afterInMs: number): Promise<number[]> {
  const cases = await db.cases.find({ _id: { $in: [...ids] } }, { startedAt: 1 }).lean();
  const delivered = new Map<string, number>();
  await until(async () => {
    const sent = await db.mails
      .find({ caseId: { $in: [...ids] }, kind: 'task-reminder', state: 'sent' }, { caseId: 1, sentAt: 1 })
      .sort({ sentAt: -1 })
      .lean();
    for (const { caseId, sentAt } of sent) if (sentAt) delivered.set(caseId, sentAt.getTime());
    if (delivered.size < ids.length) throw new Error(`${delivered.size} of ${ids.length} faults have had a reminder`);
  }, LIMITS);
  return cases.map(
    ({ _id, startedAt }) => (delivered.get(_id) ?? Infinity) - new Date(startedAt).getTime() - afterInMs,
  );
}

function p99(arrived: readonly Arrival[]): number {
  return percentile(
    arrived.flatMap(({ tookInMs }) => tookInMs),
    0.99,
  );
}

function inMs(arrived: readonly Arrival[]): string {
  return p99(arrived).toFixed(0);
}
