import { FIRST_CALENDAR } from '../../models/clocks';
import type { CaseRow, TaskRow } from '../../models/db';
import type { Language } from '../../models/contracts/text';
import { GRADE_TITLES } from '../../models/contracts/service-level-names';
import { gradeOf } from '../../models/service-levels/grades';
import type { Deps } from '../deps';
import { deadlineShown, titleOfClock } from '../show/deadline';

/** How the deadline of a task stands, and why it is what it is; null where it has none. */
export async function deadlineOfTask({ calendar, now }: Deps, task: TaskRow, language: Language) {
  if (!task.clock) return null;
  const opened = await calendar.opened(task.calendar ?? FIRST_CALENDAR);
  return deadlineShown(opened, task.clock, now(), language);
}

/** The clocks of a whole case, and the deadlines that were overrun in it. */
export async function clocksOfCase({ calendar, now }: Deps, row: CaseRow, language: Language) {
  const { clocks = [], breaches = [] } = row;
  const opened = clocks.length > 0 ? await calendar.opened(row.calendar ?? FIRST_CALENDAR) : null;
  return {
    items: clocks.flatMap(({ name, clock, usedInMs }) =>
      opened
        ? [
            {
              ...{ name, title: titleOfClock(row.process, 'case', name), grade: gradeShown(name, usedInMs) },
              ...deadlineShown(opened, clock, now(), language),
            },
          ]
        : [],
    ),
    breaches: breaches.map(({ about, name, taskId, at }) => {
      return { about, name, title: titleOfClock(row.process, about, name), taskId, at };
    }),
  };
}

function gradeShown(name: string, usedInMs: number | null) {
  const value = usedInMs === null ? null : gradeOf(name, usedInMs);
  return value && { value, title: GRADE_TITLES[value] };
}
