import type { EditedKind } from './kinds';

/** The addresses of the lists of records that are edited here. */
export const PLACES: Readonly<Record<EditedKind, string>> = {
  customers: '/customers',
  devices: '/devices',
  users: '/people',
  teams: '/teams',
};
