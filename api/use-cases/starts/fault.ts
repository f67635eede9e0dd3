import type { FaultRequest } from '../../../models/contracts/fault-forms';
import type { FaultFacts } from '../../../models/contracts/fault-run';
import { dateIn } from '../../../models/contracts/time';
import { priorityOf } from '../../../models/service-levels/limits';
import { isCustomerSide } from '../../../models/whom';
import { invalidAt } from '../../http/invalid';
import { contractOver } from '../calendar-of-contract';
import type { References } from '../references';
import { reopeningOf } from '../reopening';
import { serviceLevelsInForce } from '../service-levels';
import type { Preparation, Prepared } from '../start-case';

// Who reports it, and which device it is about. Only the company's own people grade it as they enter it.
const prepareFault: Preparation['prepare'] = (values, references, me): Prepared => {
  const request = values as FaultRequest;
  const { customer, title, urgency, level, class: kind, system } = request;
  const [device] = references.devices;
  if (device && device.customerId !== customer) throw invalidAt('/form/device', 'device-of-another-customer');
  const reporter = reporterOf(request, references);
  const isGraded = !isCustomerSide(me.user.grants) && ![urgency, level, kind].includes(undefined);
  return {
    customerId: customer,
    subject: title,
    priority: isGraded && urgency !== undefined ? priorityOf(urgency) : 'normal',
    locks: request.reopens === undefined ? [] : [`reopen:${request.reopens}`],
    facts: { reporter, isGraded, devices: references.devices },
    about: {
      deviceIds: device ? [device._id] : [],
      numbers: device ? [device.serialNumber, device.assetNumber].filter((number) => number !== '') : [],
      words: [reporter.name, system ?? '', ...(request.reopens === undefined ? [] : [request.reopens])].filter(Boolean),
    },
  };
};

function reporterOf({ reporter, name = '', mail = '', phone = '', customer }: FaultRequest, { people }: References) {
  if (reporter === undefined) return { name, mail, phone };
  const person = people.find(({ _id }) => _id === reporter);
  const isTheirs = person && isCustomerSide(person.grants) && person.grants.some((one) => one.customerId === customer);
  if (!isTheirs) throw invalidAt('/form/reporter', 'person-of-another-customer');
  // A number that was said on the phone comes first: it is where they are now.
  return { name: person.name, mail: person.email, phone: phone === '' ? person.phone : phone };
}

// What was promised to the customer, by contract and by the company's own table; what it reopens has to be reopenable.
const lookUpPromises: NonNullable<Preparation['lookUp']> = async (deps, prepared, values, startedAt) => {
  const { db, config } = deps;
  const { customer: customerId, reopens } = values as FaultRequest;
  if (reopens !== undefined) {
    const { isPossible, days } = await reopeningOf(deps, reopens, customerId, startedAt);
    if (!isPossible) throw invalidAt('/form/reopens', 'not-to-reopen', { id: reopens, days });
  }
  const contract = await contractOver({ db }, prepared, dateIn(startedAt, config.COMPANY_TIME_ZONE));
  const customer = await db.customers.findById(customerId, { tier: 1, emergencyVisit: 1 }).lean();
  const { levels } = await serviceLevelsInForce(db);
  return {
    tier: contract?.tier ?? customer?.tier ?? null,
    contract: contract && { number: contract.number, limits: contract.limits },
    serviceLevels: levels,
    emergencyVisit: customer?.emergencyVisit ?? 'at-once',
  } satisfies Partial<FaultFacts>;
};

/** How a fault begins [001 故障响应流程]. */
export const faultStart: Preparation = { prepare: prepareFault, lookUp: lookUpPromises };
