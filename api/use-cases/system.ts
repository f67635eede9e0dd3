import type { Actor } from '../../models/contracts/people';

/** Who tells cases what nobody did by hand. */
export const SYSTEM: Actor = { id: 'system', name: '系统', keys: [] };
