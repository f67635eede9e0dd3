import type { Role } from '../codes';

/** Who of the company's own people may begin the procedures that service opens: whoever may work on a fault, or leads who does. */
export const SERVICE_STARTERS: readonly Role[] = [
  'pmo',
  'project-manager',
  'deputy-project-manager',
  'resident-manager',
  'account-manager',
  'tech-lead',
  'coordinator',
  'service-desk',
  'engineer',
  'second-line',
  'ops-supervisor',
  'maintenance-manager',
  'development-lead',
  'operations-lead',
  'config-manager',
  'qa',
  'service-coordination',
  'management',
  'admin',
];
