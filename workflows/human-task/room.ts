import { assertNever } from '../../models/codes';
import { said } from '../../models/faults';
import type { Command } from '../messages';
import type { Progress } from './progress';
import { refuse } from './refuse';

/** How a command fills its case: with talk that could go on for ever, with an answer to what is asked, or not to speak of. */
export type Fills = 'talk' | 'answer' | 'nothing';

/**
 * A run takes over at most 2 MiB from the one before, and a document is made of no more. A character is up to 3 bytes. From the
 * first number on a case has to be decided, in few words; past the second it can only be ended.
 */
const ROOM_IN_CHARACTERS = 400_000;
const MOST_IN_CHARACTERS = 600_000;

/** What an answer may always say while there is any room: every field of a form in a few words, and a drawn signature. */
const FEW_WORDS_IN_CHARACTERS = 60_000;

/** What somebody says is kept with their decision, on the task while the stage lasts, and by the procedure. */
const COPIES = 3;

/** Refuses what a case cannot hold any more: talk once it is full, and an answer that would fill it. */
export function mustHaveRoom(progress: Progress<unknown>, command: Command, fills: Fills): void {
  switch (fills) {
    case 'nothing':
      return;
    case 'talk':
      if (sizeOf(progress) > ROOM_IN_CHARACTERS) refuse('wrong-state', said('case-is-full'));
      return;
    case 'answer': {
      const most = Math.max(0, Math.floor(roomForAnswer(sizeOf(progress)) / COPIES));
      if (sizeOf(command) > most)
        refuse('invalid-input', said(most === 0 ? 'case-holds-no-more' : 'answer-too-long', { most }));
      return;
    }
    default:
      return assertNever(fills);
  }
}

/** No answer takes more than half of what is left: who is asked after it has to say something too. */
function roomForAnswer(held: number): number {
  const half = Math.floor((ROOM_IN_CHARACTERS - held) / 2);
  return Math.max(half, Math.min(FEW_WORDS_IN_CHARACTERS, MOST_IN_CHARACTERS - held));
}

function sizeOf(what: unknown): number {
  return JSON.stringify(what).length;
}
