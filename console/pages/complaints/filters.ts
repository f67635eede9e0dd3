/** What the register of complaints is filtered by, as in the address. */
export const COMPLAINT_FILTERS = [
  'q',
  'state',
  'kind',
  'customer',
  'person',
  'month',
  'year',
  'counted',
  'dissatisfied',
] as const;

type Name = (typeof COMPLAINT_FILTERS)[number];

/** The filters of the register. */
export type ComplaintFilters = Readonly<Partial<Record<Name, string>>>;

/** Changes filters; undefined takes one away. */
export type ChangeFilters = (changed: Readonly<Partial<Record<Name, string | undefined>>>) => void;

/** The address of the register with these filters. */
export function registerWith(filters: ComplaintFilters): string {
  return `/complaints?${new URLSearchParams({ ...filters }).toString()}`;
}
