import { callbackRequest, type CallbackRequest } from '../../../models/contracts/callback-forms';
import { isCustomerSide } from '../../../models/whom';
import { invalidAt } from '../../http/invalid';
import type { References } from '../references';
import type { Preparation, Prepared } from '../start-case';
import { withWorkers } from './callback-workers';
import { namedCase } from './reach';

// Whom a callback asks, and about which case of the same customer.
const prepareCallback: Preparation['prepare'] = (values, references): Prepared => {
  const request = values as CallbackRequest;
  const { customer, about: id, reason } = request;
  const contact = contactOf(request, references);
  const about = namedCase('about', id, customer, references);
  const why = callbackRequest.fields.reason.options?.find(({ value }) => value === reason)?.label.zh ?? reason;
  return {
    customerId: customer,
    subject: `${why}（${contact.name}）`,
    priority: 'normal',
    // The same job is asked about once at a time.
    locks: id === undefined ? [] : [`callback:${id}`],
    // Who has a contract around the clock is not called at night either.
    isInOfficeHours: true,
    facts: {
      contact,
      about: about ? { process: about.process } : null,
    },
    about: { deviceIds: [], numbers: [], words: [contact.name, ...(id === undefined ? [] : [id])] },
    // It says the number of the case that it is about.
    ...(about?.hiddenFrom && { hiddenFrom: about.hiddenFrom }),
  };
};

function contactOf(
  { person: id, name = '', phone = '', mail = '', customer }: CallbackRequest,
  { people }: References,
) {
  if (id === undefined) return { name, phone, mail };
  const person = people.find(({ _id }) => _id === id);
  const isTheirs = person && isCustomerSide(person.grants) && person.grants.some((one) => one.customerId === customer);
  if (!isTheirs) throw invalidAt('/form/person', 'person-of-another-customer');
  return { name: person.name, phone: person.phone, mail: person.email };
}

/** How a callback begins [processes §10]. */
export const callbackStart: Preparation = {
  prepare: prepareCallback,
  completed: withWorkers,
  isHiddenAsWhatItNames: true,
};
