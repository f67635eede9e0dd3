import type { Breach } from './contracts/case-clock';
import type { FaultData } from './contracts/fault-run';
import type { CaseRow, FaultFigureRow } from './db';
import { dateIn } from './contracts/time';
import { Terms } from './search/terms';

/** A fault as it has ended. */
export type EndedFault = Pick<CaseRow, '_id' | 'state' | 'customer' | 'data' | 'clocks' | 'breaches'> & {
  readonly closedAt: Date;
};

/** What the figures keep of a fault that has ended, by its month in the company's zone. */
export function faultFigure(row: EndedFault, timeZone: string): FaultFigureRow {
  const { customer, clocks = [], breaches = [], closedAt } = row;
  const { grading, cause, engineer, solved } = row.data as unknown as FaultData;
  // What was solved in time and signed late was solved in time.
  const isOverrun = ({ about, name, at }: Breach) =>
    about === 'case' && !(name === 'resolution' && solved && Date.parse(solved.at) <= Date.parse(at));
  return {
    _id: row._id,
    at: closedAt,
    month: dateIn(closedAt, timeZone).slice(0, '2026-11'.length),
    state: row.state,
    customerId: customer?.id ?? null,
    customer,
    level: grading === null ? null : `${grading.level}`,
    urgency: grading?.urgency ?? null,
    class: grading?.class ?? null,
    cause: cause?.causeKind ?? null,
    engineer,
    breached: [...new Set(breaches.filter(isOverrun).map(({ name }) => name))],
    answeredInMs: answeredIn(clocks),
    solvedInMs: usedBy(clocks, 'resolution'),
  };
}

/** What the clock of the answer used, in ms; null where it never ran. */
export function answeredIn(clocks: NonNullable<CaseRow['clocks']>): number | null {
  return usedBy(clocks, 'response');
}

function usedBy(clocks: NonNullable<CaseRow['clocks']>, clock: string): number | null {
  return clocks.find(({ name }) => name === clock)?.usedInMs ?? null;
}

/** By what a fault is found beside what it began with: who took it, its cause, and what solved it. */
export function faultTerms(data: CaseRow['data']): string[] {
  const { cause, engineer, solved } = data as unknown as FaultData;
  const terms = new Terms();
  if (engineer) terms.person(engineer.name);
  for (const words of [cause?.cause, cause?.solution, cause?.prevention, solved?.way]) if (words) terms.words(words);
  return terms.all().slice(0, MOST_TERMS_OF_END);
}

// Long reports shall not crowd out what a case began with.
const MOST_TERMS_OF_END = 300;
