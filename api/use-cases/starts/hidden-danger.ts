import type { DangerRequest } from '../../../models/contracts/hidden-danger-forms';
import type { Preparation, Prepared } from '../start-case';
import { inOneLine, namedCase, reachOf } from './reach';

// What a danger is about: devices and a business system of one customer, and the case in which it was found.
const prepareDanger: Preparation['prepare'] = (values, references): Prepared => {
  const request = values as DangerRequest;
  const { customer, from, description } = request;
  namedCase('from', from, customer, references);
  const about = reachOf(request, references);
  return {
    customerId: customer,
    subject: `隐患：${inOneLine(description)}`,
    priority: 'high',
    locks: [],
    facts: { devices: references.devices },
    about: { ...about, words: [...about.words, ...(from === undefined ? [] : [from])] },
  };
};

/** How a hidden danger begins [processes §5]. */
export const hiddenDangerStart: Preparation = { prepare: prepareDanger };
