import { dayNumber, type DayNumber } from '../calendar/days';
import type { OpenCalendar } from '../calendar/open-calendar';
import { zoneClock } from '../calendar/zone';
import type { Duty, DutyChange, RosterInput, Rotation } from '../contracts/roster';
import { slotsOf, type Slot } from './shifts';

type Person = Duty['people'][number];

/** Who is on duty at an instant (ms since 1970) [processes §0: the person on the roster takes the case]; nobody is an empty list. */
export function dutyAt(roster: RosterInput, changes: readonly DutyChange[], calendar: OpenCalendar, at: number): Duty {
  const slot = slotAt(roster, calendar, at);
  const near = changes.filter((change) => reaches(change, slot));
  const edges = near.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
  const from = Math.max(slot.from, ...edges.filter((edge) => edge <= at));
  const to = Math.min(slot.to, ...edges.filter((edge) => edge > at));
  const inForce = near.filter((change) => Date.parse(change.from) <= at && at < Date.parse(change.to));
  const people = inForce.reduce(changed, planned(roster, calendar, slot));
  return { shift: slot.shift.id, date: slot.date, from: iso(from), to: iso(to), people };
}

/** Every stretch of duty from an instant until before another (ms since 1970), one after another without gaps. */
export function dutiesBetween(
  roster: RosterInput,
  changes: readonly DutyChange[],
  calendar: OpenCalendar,
  from: number,
  to: number,
): readonly Duty[] {
  const duties: Duty[] = [];
  for (let at = from; at < to;) {
    const duty = dutyAt(roster, changes, calendar, at);
    duties.push(duty);
    at = Date.parse(duty.to);
  }
  return duties;
}

/** The people of the turns of the shift at an instant (ms since 1970), beginning with the one after whose turn it is. */
export function nextInTurns(roster: RosterInput, calendar: OpenCalendar, at: number): readonly string[] {
  const { day, shift } = slotAt(roster, calendar, at);
  const { rotation, daysSince } = rotationOf(roster, calendar, day);
  const people = turnsOf(rotation, shift.id);
  const turn = turnAfter(rotation, Math.max(0, daysSince(dayNumber(rotation.from))), people.length);
  return [...people.slice(turn + 1), ...people.slice(0, turn + 1)].filter(
    (id, index, all) => all.indexOf(id) === index,
  );
}

function slotAt(roster: RosterInput, calendar: OpenCalendar, at: number): Slot {
  const zone = zoneClock(calendar.version.timeZone);
  // Before the day's first hand-over the last shift of the day before goes on.
  for (let day = calendar.dayOf(at); ; day -= 1) {
    const slot = slotsOf(roster.shifts, zone, day).findLast((one) => one.from <= at);
    if (slot) return slot;
  }
}

function planned(roster: RosterInput, calendar: OpenCalendar, { date, day, shift }: Slot): readonly Person[] {
  const entry = roster.entries.find((one) => one.date === date && one.shift === shift.id);
  if (entry) return entry.people.map((id) => ({ id, by: 'entry' }));
  const { rotation, daysSince, by } = rotationOf(roster, calendar, day);
  const days = daysSince(dayNumber(rotation.from));
  const people = turnsOf(rotation, shift.id);
  // Nobody before it begins.
  const id = days < 0 ? undefined : people[turnAfter(rotation, days, people.length)];
  return id === undefined ? [] : [{ id, by }];
}

interface InForce {
  readonly rotation: Rotation;
  /** The days that count from a first one until that which is asked for; negative before it. */
  readonly daysSince: (first: DayNumber) => number;
  readonly by: 'turn' | 'day-off-turn';
}

function rotationOf({ daysOff, everyDay }: RosterInput, calendar: OpenCalendar, day: DayNumber): InForce {
  if (daysOff && calendar.day(day).openInMs === 0)
    return { rotation: daysOff, daysSince: (first) => daysOffBetween(calendar, first, day), by: 'day-off-turn' };
  return { rotation: everyDay, daysSince: (first) => day - first, by: 'turn' };
}

function turnsOf({ turns }: Rotation, shift: string): readonly string[] {
  return Object.hasOwn(turns, shift) ? (turns[shift] ?? []) : [];
}

function turnAfter({ daysEach }: Rotation, days: number, people: number): number {
  return people === 0 ? 0 : Math.floor(days / daysEach) % people;
}

function daysOffBetween(calendar: OpenCalendar, first: DayNumber, day: DayNumber): number {
  if (day < first) return -1;
  let count = 0;
  for (let one = first; one < day; one += 1) if (calendar.day(one).openInMs === 0) count += 1;
  return count;
}

function changed(people: readonly Person[], { personId, insteadOf }: DutyChange): readonly Person[] {
  const replacement: Person = { id: personId, by: 'change' };
  if (insteadOf === null) return people.some(({ id }) => id === personId) ? people : [...people, replacement];
  const others = people.filter(({ id }) => id !== personId);
  // Whoever is on duty already stays so once, also in the other's place.
  if (others.length < people.length) return people.filter(({ id }) => id !== insteadOf);
  return people.map((person) => (person.id === insteadOf ? replacement : person));
}

function reaches({ from, to }: DutyChange, slot: Slot): boolean {
  return Date.parse(from) < slot.to && Date.parse(to) > slot.from;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
