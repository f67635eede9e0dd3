import { instantOfShare } from '../../models/calendar/clock';
import type { OpenCalendar } from '../../models/calendar/open-calendar';
import { openCalendar } from '../../models/calendar/open-calendar';
import { paused, resumed, running } from '../../models/clocks';
import { calendarVersion } from '../../models/contracts/calendar';
import { faultProcess } from '../../models/contracts/fault';
import type { Served } from '../../models/contracts/served';
import { NO_SERVICE_LEVELS } from '../../models/contracts/service-levels';
import type { SlaClock } from '../../models/contracts/sla-clock';
import { limitsOf } from '../../models/service-levels/limits';
import { ALWAYS, CHINESE, inShanghai, office, shanghai } from './calendar-samples';

const FIVE_BY_EIGHT = office();
const AROUND_THE_CLOCK = openCalendar(calendarVersion.parse(ALWAYS), CHINESE);
const EVE = new Date(shanghai('2026-09-30 17:50')).toISOString();
const ORDINARY: Served = { level: 2, urgency: 'urgent', class: 'severe', tier: null, contract: null };
const CONTRACTED: Served = {
  ...ORDINARY,
  contract: { number: 'HT-1', limits: [{ class: '严重故障', responseInMinutes: 15, resolutionInMinutes: 480 }] },
};
const CRITICAL: Served = { ...ORDINARY, level: 1, urgency: 'critical' };

function clockOf(name: 'response' | 'resolution', served: Served, from = EVE): SlaClock {
  const { budgetInMs, time } = limitsOf(served, NO_SERVICE_LEVELS)[name];
  const { ladder } = faultProcess.policy.deadlines.respond ?? { ladder: [] };
  return running({ id: name, time, budgetInMs, atPercent: ladder.map(({ atPercent }) => atPercent) }, from);
}
const due = (calendar: OpenCalendar, clock: SlaClock, percent = 100) =>
  inShanghai(instantOfShare(calendar, clock, percent)?.at ?? 0);

describe('a fault at 17:50 on the last day before 国庆', () => {
  test('with 5×8 is answered by 08:35 of the first working day, and who does not answer is told of over the holiday’s end', () => {
    const clock = clockOf('response', ORDINARY);
    expect(clock.atPercent.map((percent) => [percent, due(FIVE_BY_EIGHT, clock, percent)])).toEqual([
      [50, '2026-09-30 17:57'],
      [75, '2026-10-08 08:31'],
      [100, '2026-10-08 08:35'],
      [200, '2026-10-08 08:50'],
    ]);
    // Eight open hours by contract, ten minutes of them before the holiday; without one 紧急 has eight hours on the wall [004 二].
    expect(due(FIVE_BY_EIGHT, clockOf('resolution', CONTRACTED))).toBe('2026-10-08 17:50');
    expect(due(FIVE_BY_EIGHT, clockOf('resolution', ORDINARY))).toBe('2026-10-01 01:50');
  });

  test('with 7×24 is answered by 18:05 and solved by night', () => {
    expect(due(AROUND_THE_CLOCK, clockOf('response', ORDINARY))).toBe('2026-09-30 18:05');
    expect(due(AROUND_THE_CLOCK, clockOf('resolution', ORDINARY))).toBe('2026-10-01 01:50');
  });

  test('of level 1 or 特急 runs on through the holiday, whatever the contract’s hours', () => {
    for (const calendar of [FIVE_BY_EIGHT, AROUND_THE_CLOCK]) {
      expect(due(calendar, clockOf('response', CRITICAL))).toBe('2026-09-30 18:05');
      expect(due(calendar, clockOf('resolution', CRITICAL))).toBe('2026-09-30 21:50');
    }
  });
});

test('a fault that stands still over the make-up Saturday after 国庆 loses nothing of that day', () => {
  const at = (local: string) => new Date(shanghai(local)).toISOString();
  const begun = clockOf('resolution', CONTRACTED, at('2026-10-09 16:00'));
  // Two hours are used on Friday; without the pause the Saturday would count.
  expect(due(FIVE_BY_EIGHT, begun)).toBe('2026-10-10 16:00');
  const waited = resumed(paused(begun, at('2026-10-09 18:00'), '等待用户'), at('2026-10-12 08:30'));
  expect(due(FIVE_BY_EIGHT, waited)).toBe('2026-10-12 16:00');
  // Let go on within the Saturday, the rest of that day counts.
  const early = resumed(paused(begun, at('2026-10-09 18:00'), '等待用户'), at('2026-10-10 13:30'));
  expect(due(FIVE_BY_EIGHT, early)).toBe('2026-10-12 10:00');
});
