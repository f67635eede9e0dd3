import type { Logger } from 'pino';
import { holdersOf } from '../../activities/holders';
import type { Gateway } from '../../api/gateway';
import { inNameOf } from '../../api/use-cases/open-case';
import { policyFor } from '../../api/use-cases/policy';
import { startCase } from '../../api/use-cases/start-case';
import { rhythmOf } from '../../models/callback-rules';
import type { CaseState, Role } from '../../models/codes';
import type { Config } from '../../models/config';
import { callbackProcess } from '../../models/contracts/callback';
import { dateIn } from '../../models/contracts/time';
import type { CustomerRow, Database } from '../../models/db';
import { hashOf } from '../../models/hash';
import { tag } from '../../models/search/terms';
import { FOR_CUSTOMER } from '../../workflows/processes/posts';

const DAY_IN_MS = 24 * 3_600_000;
// Who was not reached, or not asked after all, is not left alone for as long.
const SOONER = 4;
const ENDED = ['withdrawn', 'cancelled'] as const satisfies CaseState[];
const AT_ONCE = 20;
const KINDS = ['core', 'non-core'] as const satisfies CustomerRow['kind'][];
const CALLBACKS = { search: tag('process', callbackProcess.type) };

/** In whose name it is begun: the first of these that somebody holds for the customer. */
const OWNERS = [
  'account-manager',
  'project-manager',
  'deputy-project-manager',
  'service-desk',
  'management',
] as const satisfies Role[];

interface Needed {
  readonly db: Database;
  readonly config: Config;
  readonly gateway: Gateway;
  readonly log: Logger;
  readonly now: () => Date;
}

type Rhythm = NonNullable<ReturnType<typeof rhythmOf>>;
type Customer = Pick<CustomerRow, '_id' | 'contacts'>;

/**
 * Begins callbacks at the rhythm and by the means that the type of the customer prescribes [002 §5.3]: of whoever has a contract in
 * force, and was not asked in their turn or by those means for so many days; who was not reached then is asked sooner.
 */
export async function openCallbacksDue(needed: Needed): Promise<void> {
  const { db, log } = needed;
  const { amounts } = await policyFor(db, callbackProcess.type);
  for (const kind of KINDS) {
    const rhythm = rhythmOf(kind, amounts);
    if (!rhythm) continue;
    let begun = 0;
    for (const customer of await customersDue(needed, kind, rhythm)) {
      if (begun === AT_ONCE) break;
      const hasBegun = await begin(needed, customer, rhythm.means).catch((error: unknown) => {
        log.warn({ err: error, customer: customer._id }, 'a callback that is due could not be begun yet');
        return false;
      });
      if (hasBegun) begun += 1;
    }
  }
}

/** The customers of a type who are served, and were not asked by these means, nor in their turn, for so many days. */
async function customersDue(
  { db, config, now }: Needed,
  kind: CustomerRow['kind'],
  rhythm: Rhythm,
): Promise<Customer[]> {
  const { days, means } = rhythm;
  const since = new Date(now().getTime() - days * DAY_IN_MS);
  const sooner = new Date(now().getTime() - (days / SOONER) * DAY_IN_MS);
  const inTurn = { 'data.request.reason': 'rhythm' };
  const asked = await db.cases.distinct('customerId', {
    ...CALLBACKS,
    startedAt: { $gte: since },
    $or: [
      {
        $or: [inTurn, { 'data.request.means': means }],
        state: { $nin: ENDED },
        'data.result.reached': { $ne: false },
      },
      { ...inTurn, startedAt: { $gte: sooner } },
    ],
  });
  const customers = await db.customers
    .find({ kind, _id: { $nin: asked } }, { contacts: 1 })
    .sort({ _id: 1 })
    .lean<Customer[]>();
  const day = dateIn(now(), config.COMPANY_TIME_ZONE);
  const inForce = { startsOn: { $lte: day }, endsOn: { $gte: day } };
  const served = await db.contracts.distinct('customerId', {
    customerId: { $in: customers.map(({ _id }) => _id) },
    ...inForce,
  });
  return customers.filter(({ _id }) => served.includes(_id));
}

/** Begins one, once behind the last: whoever else does so at the same time begins the same. False where nobody can be asked. */
async function begin(needed: Needed, customer: Customer, means: string): Promise<boolean> {
  const { db } = needed;
  const [whom, owner] = await Promise.all([whomToAsk(db, customer), ownerOf(db, customer._id)]);
  if (!whom || !owner) return false;
  const last = await db.cases
    .findOne({ ...CALLBACKS, customerId: customer._id }, { _id: 1 })
    .sort({ startedAt: -1, _id: -1 })
    .lean();
  const answerKey = hashOf(['callback-rhythm', customer._id, last?._id ?? null]);
  const form = { customer: customer._id, reason: 'rhythm', means, ...whom };
  await startCase(needed, owner, { process: callbackProcess.type, form, answerKey, bodyHash: answerKey });
  return true;
}

/** Who speaks for the customer; where nobody of the directory does, the first of their contacts who can be reached, key people first. */
async function whomToAsk(db: Database, { _id, contacts }: Customer) {
  const person = await firstHolding(db, FOR_CUSTOMER, _id);
  if (person !== undefined) return { person };
  const contact = [...contacts]
    .sort((one, other) => Number(other.isVip) - Number(one.isVip))
    .find(({ phone, email }) => phone !== '' || email !== '');
  if (!contact) return null;
  const { name, phone, email } = contact;
  return { name, ...(phone !== '' && { phone }), ...(email !== '' && { mail: email }) };
}

async function ownerOf(db: Database, customerId: string) {
  const id = await firstHolding(db, OWNERS, customerId);
  const user = id === undefined ? null : await db.users.findById(id).lean();
  return user && (await inNameOf({ db }, user));
}

async function firstHolding(db: Database, roles: readonly Role[], customerId: string): Promise<string | undefined> {
  const holders = await holdersOf(db, roles, customerId, []);
  return roles.flatMap((role) => holders[role] ?? [])[0]?.id;
}
