import type { DeviceRow } from '../../models/db';
import { said } from '../../models/faults';
import { Problem } from '../http/problem';

/** The refusal of what cannot be done to a device that has been scrapped, with the case that did it. */
export function scrappedAlready({ scrappedBy }: Pick<DeviceRow, 'scrappedBy'>): Problem {
  return new Problem(
    'wrong-state',
    scrappedBy === null ? said('scrapped-earlier') : said('scrapped-by', { by: scrappedBy }),
  );
}
