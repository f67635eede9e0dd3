/** What the register of callbacks is filtered by, as in the address. */
export const CALLBACK_FILTERS = [
  'q',
  'state',
  'reason',
  'customer',
  'engineer',
  'result',
  'month',
  'year',
  'counted',
] as const;

type Name = (typeof CALLBACK_FILTERS)[number];

/** The filters of the register. */
export type CallbackFilters = Readonly<Partial<Record<Name, string>>>;

/** Changes filters; undefined takes one away. */
export type ChangeFilters = (changed: Readonly<Partial<Record<Name, string | undefined>>>) => void;

/** The address of the register with these filters. */
export function registerWith(filters: CallbackFilters): string {
  return `/callbacks?${new URLSearchParams({ view: 'register', ...filters }).toString()}`;
}
