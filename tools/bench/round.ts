import type { Say } from '../../embedded/say';
import type { House } from './house';
import { measure, type Cell } from './measure/cell';
import { historySizeOf, type HistorySize } from './measure/history';
import type { Stored } from './measure/stores';
import type { BenchOptions } from './options';
import type { Side } from './side';

/** What one side left behind in one round, divided by its cases. */
export interface PerCase {
  readonly history: HistorySize;
  readonly stored: Stored;
}

/** One side's part of one round. */
export interface SideOfRound {
  readonly cells: readonly Cell[];
  readonly perCase: PerCase;
}

const WARM_UP_CLIENTS = 8;
// Node compiles what it runs often; a server in use has long done so.
const LONGEST_WARM_UP_IN_SECONDS = 8;

/** Measures one side at every client count, after a warm-up; the other side does not run meanwhile. */
export async function measureSide(
  house: House,
  start: () => Promise<Side>,
  { clients, seconds }: BenchOptions,
  say: Say,
): Promise<SideOfRound> {
  const side = await start();
  try {
    await measure(side, WARM_UP_CLIENTS, Math.min(seconds, LONGEST_WARM_UP_IN_SECONDS));
    const before = await side.stored();
    const cells: Cell[] = [];
    let last = '';
    for (const count of clients) {
      const { cell, caseIds } = await measure(side, count, seconds);
      cells.push(cell);
      last = caseIds.at(-1) ?? last;
      say(`  ${inWords(cell)}`);
    }
    const after = await side.stored();
    const cases = cells.reduce((sum, cell) => sum + cell.cases, 0);
    return {
      cells,
      perCase: { history: await historySizeOf(house.temporal, last), stored: per(cases, before, after) },
    };
  } finally {
    await side.stop();
  }
}

function inWords({ side, clients, cases, casesPerSecond, approveP50InMs, approveP99InMs }: Cell): string {
  const rate = `${casesPerSecond.toFixed(2)} cases/s`;
  const times = `approve p50 ${approveP50InMs.toFixed(0)} ms, p99 ${approveP99InMs.toFixed(0)} ms`;
  return `${side} at ${clients} client(s): ${rate}, ${times} (${cases} cases)`;
}

function per(cases: number, before: Stored, after: Stored): Stored {
  const share = (key: keyof Stored) => (after[key] - before[key]) / cases;
  return {
    documents: share('documents'),
    files: share('files'),
    mongoOnDisk: share('mongoOnDisk'),
    temporalOnDisk: share('temporalOnDisk'),
  };
}
