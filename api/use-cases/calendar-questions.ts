import type { z } from 'zod';
import { CalendarFault } from '../../models/calendar/faults';
import { opened } from '../../models/calendar/opened';
import { openTimeBetween } from '../../models/calendar/open-time';
import { whyThisDeadline } from '../../models/calendar/why';
import type { deadlineAnswer, openTimeAnswer } from '../../models/contracts/calendar-answers';
import type { deadlineQuery, openTimeQuery } from '../../models/contracts/calendar-requests';
import { deadlineSentence } from '../../models/contracts/deadline-sentence';
import type { SlaClock } from '../../models/contracts/sla-clock';
import type { Language } from '../../models/contracts/text';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';
import type { AskedVersion } from './calendars';

const MOST_YEARS = 20;
const YEAR_IN_MS = 366 * 86_400_000;
const WHOLE = 100;

/** How much time is open between two instants, at most twenty years apart. */
export function openTimeOf(
  id: string,
  { version, content }: AskedVersion,
  asked: z.output<typeof openTimeQuery>,
): z.output<typeof openTimeAnswer> {
  const [from, to] = [Date.parse(asked.from), Date.parse(asked.to)];
  if (to < from) throw invalidAt('/to', 'ends-before-it-starts');
  if (to - from > MOST_YEARS * YEAR_IN_MS) throw invalidAt('/to', 'span-too-long', { most: MOST_YEARS });
  return { version, openInMs: refused('/from', () => openTimeBetween(opened(id, version ?? 0, content), from, to)) };
}

/** When a budget that begins at an instant would be used up, with every stretch that counts; nothing begins. */
export function deadlineOf(
  id: string,
  { version, content }: AskedVersion,
  asked: z.output<typeof deadlineQuery>,
  language: Language,
): z.output<typeof deadlineAnswer> {
  const calendar = opened(id, version ?? 0, content);
  const from = new Date(asked.from).toISOString();
  return refused('/from', () => {
    const { workingDays, budgetInMs = null } = asked;
    const clock: SlaClock = {
      ...{ id, time: asked.time, budgetInMs },
      ...(workingDays === undefined ? {} : { workingDays }),
      ...{ intervals: [{ from, to: null, pauseReason: null }], isStopped: false, atPercent: [WHOLE], breachedAt: null },
    };
    const reason = whyThisDeadline(calendar, clock);
    const { dueAt, isProvisional, stretches } = reason;
    if (dueAt === null) throw new Error('a clock that runs is due at some time');
    return { version, dueAt, isProvisional, sentence: deadlineSentence(reason, language), stretches: [...stretches] };
  });
}

function refused<Result>(pointer: string, count: () => Result): Result {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof CalendarFault)) throw error;
    throw new Problem('invalid-input', '', { faults: [{ pointer, detail: error.text }] });
  }
}
