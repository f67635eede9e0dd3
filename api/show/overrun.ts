import { processOf } from '../../models/contracts/processes';
import type { OverrunRow } from '../../models/db';
import type { NameOf } from '../use-cases/names';
import { titleOfClock } from './deadline';

/** An overrun as a line of its list. */
export function overrunLine(row: OverrunRow, customerOf: NameOf) {
  const { _id, caseId, process, customerId, about, name, taskId, stage, people, budgetInMs, time, at, month } = row;
  const declared = processOf(process);
  return {
    ...{ id: _id, caseId, process, processTitle: declared?.title ?? null },
    customer: customerId === null ? null : customerOf(customerId),
    ...{ about, name, title: titleOfClock(process, about, name), taskId },
    ...{ stage, stageTitle: declared?.stages[stage] ?? null, people, budgetInMs, time },
    ...{ dueAt: at.toISOString(), month: `${month.slice(0, 4)}-${month.slice(4)}`, calendar: row.calendar },
  };
}
