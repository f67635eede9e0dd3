import { complaintRequest, type ComplaintRequest } from '../../../models/contracts/complaint-forms';
import { isCustomerSide } from '../../../models/whom';
import { invalidAt } from '../../http/invalid';
import type { References } from '../references';
import type { Preparation, Prepared } from '../start-case';

// What a complaint is about, and who must not learn of it: the persons complained of.
const prepareComplaint: Preparation['prepare'] = (values, references, me): Prepared => {
  const request = values as ComplaintRequest;
  const { customer, change, urgency, kind } = request;
  const complainant = complainantOf(request, references);
  const hiddenFrom = complainedOf(request, me.id);
  const cutover = references.cases.find(({ _id }) => _id === change);
  if (change !== undefined && (cutover?.process !== 'change-cutover' || cutover.customerId !== customer))
    throw invalidAt('/form/change', 'not-a-cutover-of-customer', { id: change });
  const title = complaintRequest.fields.kind.options?.find(({ value }) => value === kind)?.label.zh ?? kind;
  return {
    customerId: customer,
    subject: `${title}投诉（${complainant.name}）`,
    priority: urgency,
    locks: [],
    facts: { complainant: complainant.name, phone: complainant.phone, canBeMailed: complainant.mail !== '' },
    about: { deviceIds: [], numbers: [], words: [complainant.name, ...(change === undefined ? [] : [change])] },
    ...(hiddenFrom.length > 0 && { hiddenFrom }),
  };
};

function complainantOf(
  { complainant, name = '', phone = '', mail = '', customer }: ComplaintRequest,
  { people }: References,
) {
  if (complainant === undefined) return { name, phone, mail };
  const person = people.find(({ _id }) => _id === complainant);
  const isTheirs = person && isCustomerSide(person.grants) && person.grants.some((one) => one.customerId === customer);
  if (!isTheirs) throw invalidAt('/form/complainant', 'person-of-another-customer');
  return { name: person.name, phone: person.phone, mail: person.email };
}

function complainedOf({ persons = [] }: ComplaintRequest, me: string): string[] {
  // Who enters it follows it; nobody is told of a complaint about themselves.
  for (const [index, { person: id }] of persons.entries())
    if (id === me) throw invalidAt(`/form/persons/${index}/person`, 'complaint-about-oneself');
  return [...new Set(persons.map(({ person }) => person))];
}

/** How a complaint begins [processes §8]. */
export const complaintStart: Preparation = { prepare: prepareComplaint };
