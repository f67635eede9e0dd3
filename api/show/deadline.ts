import { remainingInMs, usedInMs } from '../../models/calendar/clock';
import type { OpenCalendar } from '../../models/calendar/open-calendar';
import { whyThisDeadline } from '../../models/calendar/why';
import { isRunning, pauseOf } from '../../models/clocks';
import { deadlineSentence } from '../../models/contracts/deadline-sentence';
import { pauseWords } from '../../models/contracts/pause-words';
import type { SlaClock } from '../../models/contracts/sla-clock';
import { processOf } from '../../models/contracts/processes';
import type { Language, Text } from '../../models/contracts/text';
import { pauseInWords } from './pause';

/** How a clock stands at an instant, and why its deadline is what it is. */
export function deadlineShown(calendar: OpenCalendar, clock: SlaClock, now: Date, language: Language) {
  const reason = whyThisDeadline(calendar, clock);
  const state = clock.isStopped ? 'stopped' : isRunning(clock) ? 'running' : 'paused';
  return {
    state,
    pause: pauseInWords(pauseOf(clock), language),
    usedInMs: usedInMs(calendar, clock, now.getTime()),
    remainingInMs: remainingInMs(calendar, clock, now.getTime()),
    breachedAt: clock.breachedAt,
    sentence: deadlineSentence(reason, language),
    reason: { ...reason, pauses: reason.pauses.map((one) => ({ ...one, reason: pauseWords(one.reason, language) })) },
  } as const;
}

/** What a deadline is called: by the step of its task, or as a clock of the whole case. */
export function titleOfClock(type: string, about: 'task' | 'case', name: string): Text {
  const process = processOf(type);
  return (about === 'task' ? process?.steps[name]?.title : process?.clocks?.[name]) ?? { zh: name, en: name };
}
