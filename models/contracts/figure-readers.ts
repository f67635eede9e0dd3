import type { Role } from '../codes';

/** Who reads the register of complaints and what counts the work of persons: who leads, QA and PMO. */
export const FIGURE_READERS = [
  'pmo',
  'project-manager',
  'deputy-project-manager',
  'account-manager',
  'tech-lead',
  'service-desk',
  'ops-supervisor',
  'maintenance-manager',
  'service-coordination',
  'qa',
  'management',
  'admin',
] as const satisfies readonly Role[];
