import { said } from '../../models/faults';
import type { Progress } from './progress';
import { refuse } from './refuse';

/**
 * A run takes over at most 2 MiB from the one before. A character is up to 3 bytes, and what answers and closes a case, which is
 * always let in, needs some room still.
 */
const ROOM_IN_CHARACTERS = 400_000;

/** Refuses what a case could be talked about with for ever, once it holds all that it can: it has to be decided now. */
export function mustHaveRoom(progress: Progress<unknown>): void {
  if (JSON.stringify(progress).length > ROOM_IN_CHARACTERS) refuse('wrong-state', said('case-is-full'));
}
