import type { ComplaintMonth } from '../../api/types';

/** What is counted. */
export type Counts = Pick<ComplaintMonth, 'complaints' | 'recurring' | 'dissatisfied' | 'withdrawn' | 'cancelled'>;

/** The figures of several months together. */
export type Figures = Omit<ComplaintMonth, 'month'>;

const NOTHING: Counts = { complaints: 0, recurring: 0, dissatisfied: 0, withdrawn: 0, cancelled: 0 };

/** Months together: each kind, customer and person once, the most complaints first. */
export function together(months: readonly ComplaintMonth[]): Figures {
  return {
    ...months.reduce<Counts>(sumOf, NOTHING),
    kinds: merged(
      months.flatMap(({ kinds }) => kinds),
      ({ kind }) => kind,
    ),
    customers: merged(
      months.flatMap(({ customers }) => customers),
      ({ customer }) => customer.id,
    ),
    persons: merged(
      months.flatMap(({ persons }) => persons),
      ({ person }) => person.id,
    ),
  };
}

function merged<Line extends Counts>(lines: readonly Line[], keyOf: (line: Line) => string): Line[] {
  const byKey = new Map<string, Line>();
  for (const line of lines) {
    const known = byKey.get(keyOf(line));
    byKey.set(keyOf(line), known ? { ...known, ...sumOf(known, line) } : line);
  }
  return [...byKey.values()].sort((a, b) => b.complaints - a.complaints);
}

function sumOf(a: Counts, b: Counts): Counts {
  return {
    complaints: a.complaints + b.complaints,
    recurring: a.recurring + b.recurring,
    dissatisfied: a.dissatisfied + b.dissatisfied,
    withdrawn: a.withdrawn + b.withdrawn,
    cancelled: a.cancelled + b.cancelled,
  };
}
