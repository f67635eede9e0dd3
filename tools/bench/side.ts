import { until } from '../../embedded/wait';
import type { Stored } from './measure/stores';

/** One of the two programs that are compared, while it runs. */
export interface Side {
  readonly name: 'bare' | 'product';
  /** Its processes, by the names of the report. */
  readonly pids: Readonly<Record<string, number>>;
  /** What is needed before a measurement and does not belong to it. */
  prepare(): Promise<void>;
  /** One case from its start to its last answer. */
  oneCase(note: (approveInMs: number) => void): Promise<string>;
  /** True when none of its cases runs any more in Temporal. */
  isSettled(): Promise<boolean>;
  /** Throws when one of these cases did not end as it should. */
  mustHaveEnded(caseIds: readonly string[]): Promise<void>;
  stored(): Promise<Stored>;
  stop(): Promise<void>;
}

const LIMITS = { timeoutInMs: 120_000, pauseInMs: 25 };

/** Waits until a side has nothing more to do for its cases; throws when that does not come within two minutes. */
export async function isOver(side: Side): Promise<void> {
  await until(async () => {
    if (!(await side.isSettled())) throw new Error(`cases of the ${side.name} side do not come to their end`);
  }, LIMITS);
}
