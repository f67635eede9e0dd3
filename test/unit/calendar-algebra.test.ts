import fc from 'fast-check';
import type { OpenCalendar } from '../../models/calendar/open-calendar';
import { openCalendar } from '../../models/calendar/open-calendar';
import { addOpenTime, isOpen, nextOpening, openStretches, openTimeBetween } from '../../models/calendar/open-time';
import { ALWAYS, anyBudget, anyCalendar, anyInstant, anyInterval, CHINESE, ZONES } from './calendar-samples';

// Each run reads a zone and a few hundred days of a calendar of its own; more runs take seconds.
const RUNS = { numRuns: 40 };

test('splitting an interval anywhere never changes the sum of its open time', () => {
  fc.assert(
    fc.property(anyCalendar, anyInterval, fc.double({ min: 0, max: 1, noNaN: true }), (calendar, [from, to], share) => {
      const between = Math.round(from + (to - from) * share);
      const parts = openTimeBetween(calendar, from, between) + openTimeBetween(calendar, between, to);
      expect(parts).toBe(openTimeBetween(calendar, from, to));
    }),
    RUNS,
  );
});

test('a budget ends in open time or on its closing minute, never before it begins', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, anyBudget, (calendar, from, budgetInMs) => {
      const { at } = addOpenTime(calendar, from, budgetInMs);
      if (budgetInMs === 0) expect(at).toBe(from);
      else expect({ at, isLastOpenMs: isOpen(calendar, at - 1) }).toEqual({ at, isLastOpenMs: true });
      expect(at).toBeGreaterThanOrEqual(from + budgetInMs);
    }),
    RUNS,
  );
});

test('what was added is what is measured', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, anyBudget, (calendar, from, budgetInMs) => {
      expect(openTimeBetween(calendar, from, addOpenTime(calendar, from, budgetInMs).at)).toBe(budgetInMs);
    }),
    RUNS,
  );
});

test('adding what was measured comes back: to the instant itself in open time, else to the closing before it', () => {
  fc.assert(
    fc.property(anyCalendar, anyInterval, (calendar, [from, to]) => {
      const { at } = addOpenTime(calendar, from, openTimeBetween(calendar, from, to));
      const last = openStretches(calendar, from, to).at(-1);
      expect(at).toBe(last?.to ?? from);
    }),
    RUNS,
  );
});

test('a later start or a larger budget never ends earlier', () => {
  fc.assert(
    fc.property(anyCalendar, anyInterval, anyBudget, anyBudget, (calendar, [from, later], one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(addOpenTime(calendar, from, less).at).toBeLessThanOrEqual(addOpenTime(calendar, from, more).at);
      expect(addOpenTime(calendar, from, less).at).toBeLessThanOrEqual(addOpenTime(calendar, later, less).at);
    }),
    RUNS,
  );
});

test('two budgets one after the other end where both together end', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, anyBudget, anyBudget, (calendar, from, one, other) => {
      const twoSteps = addOpenTime(calendar, addOpenTime(calendar, from, one).at, other).at;
      expect(twoSteps).toBe(addOpenTime(calendar, from, one + other).at);
    }),
    RUNS,
  );
});

test('the stretches of a budget are open from end to end, in order, and as long together as the budget', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, anyBudget, (calendar, from, budgetInMs) => {
      const { stretches, at } = addOpenTime(calendar, from, budgetInMs);
      expect(stretches).toEqual(openStretches(calendar, from, at));
      expect(stretches.reduce((sum, one) => sum + one.to - one.from, 0)).toBe(budgetInMs);
      for (const [index, one] of stretches.entries()) {
        expect(isOpen(calendar, one.from) && isOpen(calendar, one.to - 1)).toBe(true);
        expect(one.from).toBeGreaterThan(stretches[index - 1]?.to ?? -Infinity);
      }
    }),
    RUNS,
  );
});

test('the next opening is open, and nothing before it is', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, (calendar, at) => {
      const opening = nextOpening(calendar, at);
      expect(isOpen(calendar, opening)).toBe(true);
      expect(openTimeBetween(calendar, at, opening)).toBe(0);
    }),
    RUNS,
  );
});

test('what is open all the time is plain arithmetic, in every zone', () => {
  const always = ZONES.map((timeZone) => openCalendar({ ...ALWAYS, timeZone }, CHINESE));
  fc.assert(
    fc.property(fc.constantFrom(...always), anyInterval, anyBudget, (calendar, [from, to], budgetInMs) => {
      expect(addOpenTime(calendar, from, budgetInMs).at).toBe(from + budgetInMs);
      expect(openTimeBetween(calendar, from, to)).toBe(to - from);
      expect(isOpen(calendar, from)).toBe(true);
    }),
    RUNS,
  );
});

test('a deadline is provisional exactly when it touches a day that a notice may still change', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, anyBudget, (calendar, from, budgetInMs) => {
      const { at, isProvisional } = addOpenTime(calendar, from, budgetInMs);
      const isTouched = calendar.version.holidays === 'cn' && lastDayBefore(calendar, from, at) >= '2026-12-28';
      expect(isProvisional).toBe(isTouched);
    }),
    RUNS,
  );
});

/** The day in which a budget ends; one that ends at midnight ends with the day before. */
function lastDayBefore(calendar: OpenCalendar, from: number, at: number): string {
  return calendar.day(calendar.dayOf(at > from ? at - 1 : at)).date;
}
