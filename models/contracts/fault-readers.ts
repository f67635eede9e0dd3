import { STAFF_ROLES, type Role } from '../codes';

/** Who reads the board and the register of faults: the company's own people, each of the customers that they see. */
export const FAULT_READERS = STAFF_ROLES satisfies readonly Role[];
