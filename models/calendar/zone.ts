import { Temporal } from 'temporal-polyfill';
import { DAY_IN_MS, type DayNumber } from './days';

const MINUTE_IN_MS = 60_000;

/** The clocks of a zone. It remembers the eras that it looked up; its answers are those of a pure function. */
export interface ZoneClock {
  /**
   * The instant, in ms since 1970, at which the clock on the wall first shows this minute of this day. A time that is skipped
   * (spring forward, a day left out) is the end of the gap, so that instants never run backwards.
   */
  instantAt(day: DayNumber, minute: number): number;
}

/** The time between two changes of a zone's clocks. */
interface Era {
  readonly from: number;
  readonly to: number;
  readonly offsetInMs: number;
}

/** The clocks of a zone of the IANA database, as the time zone data of this Node know it. */
export function zoneClock(timeZone: string): ZoneClock {
  const eras: Era[] = [];

  function eraAt(at: number): Era {
    const known = eras.find((era) => era.from <= at && at < era.to);
    if (known) return known;
    const era = readEra(timeZone, at);
    eras.push(era);
    return era;
  }

  return {
    instantAt(day, minute) {
      const wall = day * DAY_IN_MS + minute * MINUTE_IN_MS;
      // No zone is a day ahead of UTC, so this is an era before the instant, or its own.
      for (let era = eraAt(wall - DAY_IN_MS); ; era = eraAt(era.to)) {
        const at = wall - era.offsetInMs;
        if (at < era.to) return Math.max(at, era.from);
      }
    },
  };
}

/** When (ISO) the day of an instant (ISO) ends on the clocks of a zone: the first instant of the day after. */
export function endOfDay(at: string, timeZone: string): string {
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return new Date(day.add({ days: 1 }).startOfDay().epochMilliseconds).toISOString();
}

function readEra(timeZone: string, at: number): Era {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const to = local.getTimeZoneTransition('next');
  // The previous change is one strictly before; a change at this very instant counts too.
  const from = local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return {
    from: from?.epochMilliseconds ?? -Infinity,
    to: to?.epochMilliseconds ?? Infinity,
    offsetInMs: local.offsetNanoseconds / 1e6,
  };
}
