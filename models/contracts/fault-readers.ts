import { STAFF_ROLES, type Role } from '../codes';

/** Who reads the board and the register of faults: the company's own people, each of the customers that they see. */
export const FAULT_READERS = STAFF_ROLES satisfies readonly Role[];

/** Who reads the figures of faults, which name engineers: who leads, QA and PMO. */
export const FAULT_FIGURE_READERS = [
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
