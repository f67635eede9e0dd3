import type { OpenCalendar } from '../../models/calendar/open-calendar';
import { isPaused } from '../../models/clocks';
import type { TaskRow } from '../../models/db';
import type { Caller } from '../bench/product/caller';
import type { Act } from './agenda';
import type { Draw } from './draw';
import type { Office } from './office';
import type { YearProcedure } from './procedure';
import { afterOfficeTime, HOUR_IN_MS } from './times';

/** How often whoever comes to a task must wait for the customer first; before public holidays customers are hard to reach. */
const WAITS = 0.05;
const WAITS_BEFORE_HOLIDAYS = 0.6;
const LOOKS_AHEAD_IN_DAYS = 4;
const HOLIDAYS_THAT_MATTER = 2;

/** What somebody must wait for at the customer's before they can do a task, once at the most; null if nothing. */
export function waitsForCustomer(
  { waitsFor }: YearProcedure,
  task: TaskRow,
  office: Office,
  draw: Draw,
): string | null {
  const reason = waitsFor[task.step];
  if (reason === undefined || task.clock?.intervals.length !== 1) return null;
  const probability = areHolidaysNear(office.calendar(), office.now().getTime()) ? WAITS_BEFORE_HOLIDAYS : WAITS;
  return draw.chance('waits', probability) ? reason : null;
}

function areHolidaysNear(calendar: OpenCalendar, at: number): boolean {
  const today = calendar.dayOf(at);
  const ahead = Array.from({ length: LOOKS_AHEAD_IN_DAYS }, (_, index) => calendar.day(today + 1 + index));
  return ahead.filter(({ rule }) => rule === 'holiday').length >= HOLIDAYS_THAT_MATTER;
}

/** They pause the clock, and let it go on when the customer has answered some working days later. */
export async function waitForCustomer(
  office: Office,
  caller: Caller,
  { _id }: TaskRow,
  reason: string,
  draw: Draw,
): Promise<readonly Act[]> {
  await caller.post(`/tasks/${_id}/pause`, { reason }, [200]);
  const hours = draw.whole('customer answers after', 6, 30);
  const at = afterOfficeTime(office.calendar(), office.now().getTime(), hours * HOUR_IN_MS);
  return [{ at, name: `${_id} goes on`, run: async (later) => await goOn(later, caller, _id) }];
}

async function goOn(office: Office, caller: Caller, taskId: string): Promise<readonly Act[]> {
  const task = await office.db.tasks.findById(taskId).lean<TaskRow>();
  if (task?.status === 'open' && task.clock && isPaused(task.clock))
    await caller.post(`/tasks/${taskId}/resume`, {}, [200]);
  return [];
}
