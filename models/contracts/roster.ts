import { z } from 'zod';
import { issueAt, wrong } from '../faults';
import { id, line } from './fields';
import { minuteOf } from './opening-hours';

const beginning = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, wrong('not-a-beginning'));

/** A part of the day that somebody is on duty for: from its beginning until the next shift begins, also over midnight. */
const shift = z.strictObject({ id, title: z.strictObject({ zh: line(30), en: line(30) }), begins: beginning });
/** A part of the day that somebody is on duty for. */
export type Shift = z.infer<typeof shift>;

/** Who takes turns: from a day on, each for so many days, by shift. */
const rotation = z.strictObject({
  from: z.iso.date(),
  daysEach: z.number().int().min(1).max(60),
  /** For each shift the people in the order of their turns; nobody: the shift is not staffed. */
  turns: z.record(id, z.array(id).max(100)),
});
/** Who takes turns. */
export type Rotation = z.infer<typeof rotation>;

/** One shift of one day, staffed by hand or by import; overrules the turns. */
const entry = z.strictObject({ date: z.iso.date(), shift: id, people: z.array(id).max(20) });

/** A duty roster 值班表 of a team, as its owner edits it. */
export const rosterInput = z
  .strictObject({
    title: z.strictObject({ zh: line(60), en: line(60) }),
    shifts: z.array(shift).min(1).max(6),
    everyDay: rotation,
    /** Turns of their own on days off, counted in days off; null: as on every day. */
    daysOff: rotation.nullable(),
    entries: z.array(entry).max(2_000),
  })
  .check((context) => {
    const { shifts } = context.value;
    for (const [index, one] of shifts.entries()) {
      const before = shifts[index - 1];
      if (before && minuteOf(before.begins) >= minuteOf(one.begins))
        context.issues.push({ ...issueAt(['shifts', index, 'begins'], 'shifts-in-order'), input: one.begins });
    }
  });
/** A duty roster 值班表 of a team, as its owner edits it. */
export type RosterInput = z.infer<typeof rosterInput>;

/** Somebody on duty in another's place for a time: an override, or one half of a swap 换班. */
export interface DutyChange {
  readonly from: string;
  readonly to: string;
  readonly personId: string;
  /** Whose duty it was; null: besides those on duty. */
  readonly insteadOf: string | null;
  readonly reason: string;
}

/** Who is on duty for a stretch of time, and by what. */
export interface Duty {
  readonly shift: string;
  /** ISO, UTC: until before the next hand-over or change. */
  readonly from: string;
  readonly to: string;
  readonly people: readonly { readonly id: string; readonly by: 'turn' | 'day-off-turn' | 'entry' | 'change' }[];
}
