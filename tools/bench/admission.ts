import type { Say } from '../../embedded/say';
import type { House } from './house';
import { crowd } from './measure/crowd';
import { median, percentile } from './measure/statistics';
import { allOnOneStep } from './one-step';
import type { BenchOptions } from './options';
import { startBenchProduct, type Product } from './product/product';
import { isOver } from './side';

/** How admitted writes fare when more clients come than are admitted. */
export interface AdmissionFigures {
  /** With as many clients as are admitted. */
  readonly p99InMsOfAdmitted: number;
  readonly p99InMsOfCrowd: number;
  /** The second by the first, the median of the rounds. */
  readonly p99Ratio: number;
  /** Of all attempts of the crowd, the share that was answered with 503 and Retry-After. */
  readonly refusedShare: number;
  readonly casesPerSecondOfCrowd: number;
  /** Time until the last of many people on one step had an answer, the slowest of the rounds. */
  readonly lastOnOneStepInMs: number;
}

interface Crowded {
  readonly p99InMs: number;
  readonly refusedShare: number;
  readonly casesPerSecond: number;
}

/** Measures admission control: the same writes at 16 clients and by a crowd, then everybody on one step. */
export async function measureAdmission(house: House, options: BenchOptions, say: Say): Promise<AdmissionFigures> {
  const product = await startBenchProduct(house, options.admission);
  const rounds: { admitted: Crowded; crowded: Crowded; lastInMs: number }[] = [];
  try {
    await crowdOf(product, options.admitted, Math.min(options.seconds, 3));
    for (let round = 1; round <= options.rounds; round += 1) {
      const admitted = await crowdOf(product, options.admitted, options.seconds);
      const crowded = await crowdOf(product, options.crowd, options.seconds);
      const refused = `${(crowded.refusedShare * 100).toFixed(0)} % of attempts 503`;
      say(
        `  p99 of admitted writes: ${admitted.p99InMs.toFixed(0)} ms at ${options.admitted} client(s), ${crowded.p99InMs.toFixed(0)} ms at ${options.crowd} (${refused})`,
      );
      const lastInMs = await allOnOneStep(house, product, options.peopleOnOneStep, round);
      say(`  ${options.peopleOnOneStep} people on one step: the last has its answer after ${lastInMs.toFixed(0)} ms`);
      rounds.push({ admitted, crowded, lastInMs });
    }
  } finally {
    await product.stop();
  }
  return {
    p99InMsOfAdmitted: median(rounds.map(({ admitted }) => admitted.p99InMs)),
    p99InMsOfCrowd: median(rounds.map(({ crowded }) => crowded.p99InMs)),
    p99Ratio: median(rounds.map(({ admitted, crowded }) => crowded.p99InMs / admitted.p99InMs)),
    refusedShare: median(rounds.map(({ crowded }) => crowded.refusedShare)),
    casesPerSecondOfCrowd: median(rounds.map(({ crowded }) => crowded.casesPerSecond)),
    lastOnOneStepInMs: Math.max(...rounds.map(({ lastInMs }) => lastInMs)),
  };
}

async function crowdOf(product: Product, clients: number, seconds: number): Promise<Crowded> {
  await product.prepare();
  const tookInMsEach: number[] = [];
  const attempts = { refused: 0 };
  const caseIds: string[] = [];
  const { cases, tookInMs } = await crowd(
    clients,
    seconds,
    async () => {
      const caseId = await product.play((what, { tookInMs: attemptInMs, refusals }) => {
        // An upload does not pass the admission.
        if (what === 'upload') return;
        tookInMsEach.push(attemptInMs);
        attempts.refused += refusals;
      });
      caseIds.push(caseId);
    },
    async () => await isOver(product),
  );
  await product.mustHaveEnded(caseIds);
  return {
    p99InMs: percentile(tookInMsEach, 0.99),
    refusedShare: attempts.refused / (attempts.refused + tookInMsEach.length),
    casesPerSecond: (cases * 1000) / tookInMs,
  };
}
