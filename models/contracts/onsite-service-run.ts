import type { OnsiteOrder, OnsiteRequest } from './onsite-service-forms';
import type { PersonName } from './people';
import type { LinkedResult } from './record';

/** The state of an on-site service of its own. */
export interface OnsiteData {
  request: OnsiteRequest;
  /** Names of what its forms refer to. */
  names: Readonly<Record<string, string>>;
  /** The work order as it was given last, and to whom. */
  order: OnsiteOrder | null;
  /** Who goes there: who has confirmed the order, and after that whoever did the last step in their place. */
  engineer: PersonName | null;
  /** The number of the order, and once somebody has taken it, of the work: one more each time that it is given back. */
  attempt: number;
  /** Why the order or the work is asked for once more. */
  because: string;
  /** What it came to, for the case that opened it. */
  result: LinkedResult;
}
