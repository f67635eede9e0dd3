import type { Duty, DutyChange } from '../../api/types';
import { hasWords, type Say } from '../../words/say';

/** What somebody is on duty by, in words. */
export function byWords(by: string, say: Say): string {
  const key = `duty.by.${by}`;
  return hasWords(key) ? say(key) : by;
}

/** Somebody on duty as people read it: with whom they act for, and by what they are on duty where that is no turn. */
export function personInWords(
  person: Duty['people'][number],
  duty: Pick<Duty, 'from' | 'to'>,
  changes: readonly DutyChange[],
  say: Say,
): string {
  const { name, by, forWhom } = person;
  const who = forWhom === null ? name : say('journal.for', { by: name, forWhom: forWhom.name });
  if (by === 'turn' || by === 'day-off-turn') return who;
  return say('duty.how', { who, by: by === 'change' ? changeWords(person, duty, changes, say) : byWords(by, say) });
}

/** Whether somebody was put on duty in another's place, besides, or by a swap; without knowing of the change, just by one. */
function changeWords(
  { id, forWhom }: Duty['people'][number],
  { from, to }: Pick<Duty, 'from' | 'to'>,
  changes: readonly DutyChange[],
  say: Say,
): string {
  const planned = forWhom?.id ?? id;
  const change = changes.find(
    (one) =>
      !one.isCancelled && one.person.id === planned && from !== null && one.from <= from && to !== null && to <= one.to,
  );
  if (!change) return say('roster.by.change');
  if (change.swapWith !== null) return say('roster.by.swap');
  return change.insteadOf === null ? say('roster.by.besides') : say('roster.by.instead');
}
