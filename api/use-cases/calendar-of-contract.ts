import { dateIn } from '../../models/contracts/time';
import type { ContractRow } from '../../models/db';
import type { Deps } from '../deps';
import type { Filter } from './filters';
import type { Prepared } from './start-case';

/** In which calendar the clocks of a case begin: that of the contract which covers it, else the company's [processes §0], as that of what keeps office hours. */
export async function calendarFor(
  deps: Pick<Deps, 'db' | 'config'>,
  about: Pick<Prepared, 'customerId' | 'about' | 'isInOfficeHours'>,
  startedAt: string,
): Promise<string> {
  if (about.isInOfficeHours) return deps.config.COMPANY_CALENDAR;
  const contract = await contractOver(deps, about, dateIn(startedAt, deps.config.COMPANY_TIME_ZONE));
  return contract?.calendarId ?? deps.config.COMPANY_CALENDAR;
}

type Terms = Pick<ContractRow, 'calendarId' | 'number' | 'tier' | 'limits'>;

const TERMS = { calendarId: 1, number: 1, tier: 1, limits: 1 } as const;

/**
 * The contract in force on a day (`2026-11-21`) that covers what a case is about: the one that names the device, of several the
 * one that began last; then the only one that names no devices, because of two such nobody can tell which is meant.
 */
export async function contractOver(
  { db }: Pick<Deps, 'db'>,
  { customerId, about }: Pick<Prepared, 'customerId' | 'about'>,
  day: string,
): Promise<Terms | null> {
  if (customerId === null) return null;
  const inForce = async (deviceIds: Filter) =>
    await db.contracts
      .find({ customerId, startsOn: { $lte: day }, endsOn: { $gte: day }, deviceIds }, TERMS)
      .sort({ startsOn: -1, number: -1 })
      .limit(2)
      .lean<Terms[]>();
  const [named] = about?.deviceIds.length ? await inForce({ $in: about.deviceIds }) : [];
  if (named) return named;
  const [only, another] = await inForce({ $size: 0 });
  return only && !another ? only : null;
}
