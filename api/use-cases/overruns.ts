import { LEADING_ROLES, roleKey, type Role } from '../../models/codes';
import type { Database, OverrunRow } from '../../models/db';
import { notHiddenFrom } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import { beyond, type Filter, type InstantAndId } from './filters';

/** What a list of overruns is filtered by. */
export interface OverrunFilter {
  /** As `2026-11`. */
  readonly month?: string | undefined;
  /** Who had it in hand: a person's id, or `me`. */
  readonly person?: string | undefined;
  readonly step?: string | undefined;
  readonly clock?: string | undefined;
  readonly process?: string | undefined;
  readonly customer?: string | undefined;
}

/** Who sees what was overrun by others: who leads the work for a customer, PMO, and the company's management. */
const READERS: readonly Role[] = [...LEADING_ROLES, 'pmo', 'management'];

/** The order of overruns: the latest deadline first. */
export const OVERRUN_ORDER = { at: -1, _id: -1 } as const;

/** The overruns that the person may see and asks for, the latest first, behind a place in the list. */
export async function overrunsListed(
  db: Database,
  me: SignedIn,
  filter: OverrunFilter,
  after: InstantAndId | null,
  limit: number,
): Promise<OverrunRow[]> {
  const { scopes, where } = overrunList(me, filter, after);
  const lists = await Promise.all(
    scopes.map(
      async (scope) =>
        await db.overruns
          .find({ $and: [scope, where] })
          .sort(OVERRUN_ORDER)
          .limit(limit)
          .lean<OverrunRow[]>(),
    ),
  );
  return lists.flat().sort(latestFirst).slice(0, limit);
}

/** The filter of a list: what the person may see, in parts of which no two hold the same row, and what they ask for. */
export function overrunList(me: SignedIn, filter: OverrunFilter, after: InstantAndId | null) {
  const { month, person, step, clock, process, customer } = filter;
  const where = {
    $and: [
      notHiddenFrom(me, 'caseId'),
      month === undefined ? {} : { month: month.replace('-', '') },
      person === undefined ? {} : { 'people.id': person === 'me' ? me.id : person },
      step === undefined ? {} : { name: step, about: 'task' },
      clock === undefined ? {} : { name: clock, about: 'case' },
      process === undefined ? {} : { process },
      customer === undefined ? {} : { customerId: customer },
      after === null ? {} : beyond('at', '$lt', new Date(after.at), after.id),
    ],
  };
  return { scopes: scopesOf(me), where };
}

function scopesOf(me: SignedIn): readonly Filter[] {
  if (READERS.some((role) => me.keys.includes(roleKey(role, null)))) return [{}];
  const led = me.user.grants.flatMap(({ role, customerId }) =>
    customerId !== null && READERS.includes(role) ? [customerId] : [],
  );
  const own = { 'people.id': me.id };
  return led.length === 0 ? [own] : [{ customerId: { $in: led } }, { ...own, customerId: { $nin: led } }];
}

function latestFirst(a: OverrunRow, b: OverrunRow): number {
  return b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : -1);
}
