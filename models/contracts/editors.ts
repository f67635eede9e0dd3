import type { Role } from '../codes';

/** Who may add and change records of each kind, for the customers they hold the role for; the API refuses everybody else. */
export const EDITORS = {
  customers: ['admin', 'pmo', 'account-manager'],
  contracts: ['admin', 'pmo', 'sales', 'account-manager'],
  devices: ['admin', 'project-manager', 'config-manager'],
  users: ['admin'],
  teams: ['admin'],
  // Beside everybody for themselves, and whoever leads them.
  absences: ['admin', 'hr'],
  // Beside whoever leads the team.
  rosters: ['admin'],
  // A company's calendar is no matter of one customer, and other roles may be held for one only.
  calendars: ['admin'],
  webhooks: ['admin'],
  intakeSources: ['admin'],
} as const satisfies Record<string, readonly Role[]>;
