import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';

/** The clock of a time-skipping server. It stands still until it is moved. */
export interface StandingClock {
  /** What people's clocks show: the instant to which it was moved. */
  now(): Date;
  /**
   * Moves on to an instant (ms since 1970). Timers that are due by then fire each at its own instant, and time waits there
   * until whatever they cause is done.
   */
  moveTo(at: number): Promise<void>;
  /** Waits until no workflow and no activity has anything to do at this instant. */
  settle(): Promise<void>;
}

// Time can pass only while nothing is under way, so even a millisecond passes only then.
const MOMENT_IN_MS = 1;
const PATIENCE_IN_MS = 300_000;

/** Takes over the clock of a server that began at that instant. */
export function standingClock(connection: Connection, beginsAt: Date): StandingClock {
  let shown = beginsAt.getTime();
  let ofServer = shown;

  async function pass(durationInMs: number): Promise<void> {
    if (durationInMs <= 0) return;
    const skip = async () => {
      if (!connection.testService) throw new Error('this server cannot skip time');
      await connection.testService.unlockTimeSkippingWithSleep({ duration: msToTs(durationInMs) });
    };
    await connection.withDeadline(Date.now() + PATIENCE_IN_MS, skip).catch((error: unknown) => {
      const stood = `time has not passed ${new Date(ofServer).toISOString()} for ${PATIENCE_IN_MS / 1000} s`;
      throw new Error(`${stood}: something that began then does not end`, { cause: error });
    });
    ofServer += durationInMs;
  }

  return {
    now: () => new Date(shown),
    async moveTo(at) {
      // First, because what becomes due on the way already looks at it.
      shown = Math.max(shown, at);
      await pass(at - ofServer + MOMENT_IN_MS);
    },
    settle: async () => await pass(MOMENT_IN_MS),
  };
}
