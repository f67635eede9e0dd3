import { NO_SERVICE_LEVELS, type ServiceLevels } from '../../models/contracts/service-levels';
import type { Database, ServiceLevelsRow } from '../../models/db';

/** There is one table for the whole company. */
export const SERVICE_LEVELS_ID = 'company';

/** The limits that an administrator has set, with their version; version 0 is blank, as in the document. */
export async function serviceLevelsInForce(db: Database): Promise<{ version: number; levels: ServiceLevels }> {
  const row = await db.serviceLevels.findById(SERVICE_LEVELS_ID).lean<ServiceLevelsRow>();
  return { version: row?.version ?? 0, levels: row?.levels ?? NO_SERVICE_LEVELS };
}
