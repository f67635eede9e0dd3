import { remainingInMs, usedInMs } from '../../models/calendar/clock';
import type { OpenCalendar } from '../../models/calendar/open-calendar';
import { whyThisDeadline } from '../../models/calendar/why';
import { isRunning, pauseOf } from '../../models/clocks';
import { deadlineSentence } from '../../models/contracts/deadline-sentence';
import type { SlaClock } from '../../models/contracts/sla-clock';
import type { Language } from '../../models/contracts/text';

/** How a clock stands at an instant, and why its deadline is what it is. */
export function deadlineShown(calendar: OpenCalendar, clock: SlaClock, now: Date, language: Language) {
  const reason = whyThisDeadline(calendar, clock);
  const state = clock.isStopped ? 'stopped' : isRunning(clock) ? 'running' : 'paused';
  return {
    state,
    pause: pauseOf(clock),
    usedInMs: usedInMs(calendar, clock, now.getTime()),
    remainingInMs: remainingInMs(calendar, clock, now.getTime()),
    breachedAt: clock.breachedAt,
    sentence: deadlineSentence(reason, language),
    reason,
  } as const;
}
