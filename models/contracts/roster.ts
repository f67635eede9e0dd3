import { z } from 'zod';
import { issueAt, wrong, type FaultCode, type Facts } from '../faults';
import { id, line } from './fields';
import { minuteOf } from './opening-hours';

const beginning = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, wrong('not-a-beginning'));
const title = (longest: number) => z.strictObject({ zh: line(longest), en: line(longest) });

/** A part of the day that somebody is on duty for: from its beginning until the next shift begins, also over midnight. */
const shift = z.strictObject({ id, title: title(30), begins: beginning });
/** A part of the day that somebody is on duty for. */
export type Shift = z.infer<typeof shift>;

/** Days off are counted from the beginning of a rotation, so it does not lie farther back. */
const EARLIEST = '2020-01-01';

/** Who takes turns: from a day on, each for so many days, by shift. */
const rotation = z.strictObject({
  from: z.iso.date().refine((day) => day >= EARLIEST, wrong('rotation-too-early', { day: EARLIEST })),
  daysEach: z.number().int().min(1).max(60),
  /** For each shift the people in the order of their turns; nobody: the shift is not staffed. */
  turns: z.record(id, z.array(id).max(100)),
});
/** Who takes turns. */
export type Rotation = z.infer<typeof rotation>;

/** One shift of one day, staffed by hand or by import; overrules the turns. */
const entry = z.strictObject({ date: z.iso.date(), shift: id, people: z.array(id).max(20) });

const rosterShape = z.strictObject({
  title: title(60),
  /** Tells which days are off, and in which zone the shifts begin. */
  calendarId: id,
  shifts: z.array(shift).min(1).max(6),
  everyDay: rotation,
  /** Turns of their own on days off, counted in days off; null: as on every day. */
  daysOff: rotation.nullable(),
  entries: z.array(entry).max(2_000),
});

/** A duty roster 值班表 of a team, as its manager edits it. */
export const rosterInput = rosterShape
  .check(({ value, issues }) => {
    for (const { path, code, facts } of faultsOfRoster(value))
      issues.push({ ...issueAt([...path], code, facts), input: value });
  })
  .meta({ id: 'RosterInput' });
/** A duty roster 值班表 of a team, as its manager edits it. */
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

/** By what somebody is on duty: their turn, their turn on a day off, an entry for the day, or a change. */
export const DUTY_BY = ['turn', 'day-off-turn', 'entry', 'change'] as const;

/** Who is on duty for a stretch of time, and by what. */
export interface Duty {
  readonly shift: string;
  /** The day on which the shift begins. */
  readonly date: string;
  /** ISO, UTC: until before the next hand-over or change. */
  readonly from: string;
  readonly to: string;
  readonly people: readonly { readonly id: string; readonly by: (typeof DUTY_BY)[number] }[];
}

interface RosterFault {
  readonly path: readonly (string | number)[];
  readonly code: FaultCode;
  readonly facts?: Facts;
}

function faultsOfRoster({ shifts, everyDay, daysOff, entries }: z.infer<typeof rosterShape>): RosterFault[] {
  const known = shifts.map((one) => one.id);
  const unordered = shifts.flatMap((one, index): RosterFault[] => {
    const before = shifts[index - 1];
    const isLate = before && minuteOf(before.begins) >= minuteOf(one.begins);
    return isLate ? [{ path: ['shifts', index, 'begins'], code: 'shifts-in-order' }] : [];
  });
  const twice = known.flatMap((one, index): RosterFault[] =>
    known.indexOf(one) < index ? [{ path: ['shifts', index, 'id'], code: 'shift-twice' }] : [],
  );
  const turnsOf = (name: 'everyDay' | 'daysOff', turns: Rotation['turns']) =>
    Object.keys(turns).flatMap((one): RosterFault[] =>
      known.includes(one) ? [] : [{ path: [name, 'turns', one], code: 'no-such-shift' }],
    );
  const places = entries.map((one) => `${one.date} ${one.shift}`);
  const first = new Map([...places.entries()].reverse().map(([index, place]) => [place, index]));
  const badEntries = entries.flatMap(({ date, shift: of }, index): RosterFault[] => {
    if (!known.includes(of)) return [{ path: ['entries', index, 'shift'], code: 'no-such-shift' }];
    if (first.get(`${date} ${of}`) === index) return [];
    return [{ path: ['entries', index, 'date'], code: 'day-twice', facts: { day: date } }];
  });
  return [
    ...[...unordered, ...twice, ...turnsOf('everyDay', everyDay.turns)],
    ...[...(daysOff ? turnsOf('daysOff', daysOff.turns) : []), ...badEntries],
  ];
}
