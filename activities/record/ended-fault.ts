import { faultProcess } from '../../models/contracts/fault';
import type { StepRecord } from '../../models/contracts/record';
import type { CaseRow, FaultFigureRow } from '../../models/db';
import { faultFigure, faultTerms } from '../../models/fault-figures';

/** What the end of a fault leaves for the figures, and by what 维护记录库 finds it from then on. */
export interface EndedFault {
  readonly figure: FaultFigureRow;
  readonly terms: readonly string[];
}

/** The same of a step, if a fault ends with it. */
export function endedFault(
  step: StepRecord,
  clocks: NonNullable<CaseRow['clocks']>,
  timeZone: string,
): EndedFault | null {
  const { head, state, breaches, data, journal } = step;
  const isEnd = journal.some(({ kind }) => kind === 'case-closed');
  if (!isEnd || head.process !== faultProcess.type) return null;
  const row = { _id: head.id, state, customer: head.customer, data, clocks, breaches, closedAt: new Date(step.at) };
  return { figure: faultFigure(row, timeZone), terms: faultTerms(data) };
}
