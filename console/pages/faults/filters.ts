/** What the register of faults is filtered by, as in the address. */
export const FAULT_FILTERS = [
  'q',
  'state',
  'level',
  'urgency',
  'class',
  'customer',
  'engineer',
  'device',
  'month',
  'year',
] as const;

type Name = (typeof FAULT_FILTERS)[number];

/** The filters of the register. */
export type FaultFilters = Readonly<Partial<Record<Name, string>>>;

/** Changes filters; undefined takes one away. */
export type ChangeFilters = (changed: Readonly<Partial<Record<Name, string | undefined>>>) => void;
