import { dateOf, type DayNumber } from '../calendar/days';
import type { ZoneClock } from '../calendar/zone';
import { minuteOf } from '../contracts/opening-hours';
import type { Shift } from '../contracts/roster';

/** One shift on one day, in instants. */
export interface Slot {
  readonly shift: Shift;
  /** The day on which it begins. */
  readonly day: DayNumber;
  readonly date: string;
  /** Ms since 1970. */
  readonly from: number;
  /** The next hand-over. */
  readonly to: number;
}

/** The shifts that begin on a day; the last goes on until the first of the next day. */
export function slotsOf(shifts: readonly Shift[], zone: ZoneClock, day: DayNumber): readonly Slot[] {
  const begins = shifts.map(({ begins: time }) => zone.instantAt(day, minuteOf(time)));
  const nextDay = zone.instantAt(day + 1, minuteOf((shifts[0] as Shift).begins));
  return shifts.map((shift, index) => ({
    ...{ shift, day, date: dateOf(day) },
    from: begins[index] as number,
    to: begins[index + 1] ?? nextDay,
  }));
}
