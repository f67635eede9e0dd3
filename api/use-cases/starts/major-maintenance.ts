import { majorRequest, type MajorRequest } from '../../../models/contracts/major-maintenance-forms';
import type { Preparation, Prepared } from '../start-case';
import { inOneLine, namedCase, reachOf } from './reach';

// What major maintenance is about: devices and a business system of one customer, and the case that it comes from.
const prepareMajor: Preparation['prepare'] = (values, references): Prepared => {
  const request = values as MajorRequest;
  const { customer, from, reason, level, description } = request;
  const origin = namedCase('from', from, customer, references);
  const about = reachOf(request, references);
  const why = majorRequest.fields.reason.options?.find(({ value }) => value === reason)?.label.zh ?? reason;
  return {
    customerId: customer,
    subject: `${why}：${inOneLine(description)}`,
    priority: level === '1' ? 'urgent' : 'high',
    locks: [],
    // A fault writes its own report of cause and handling.
    facts: { devices: references.devices, isFromFault: origin?.process === 'fault' },
    about: { ...about, words: [...about.words, ...(from === undefined ? [] : [from])] },
  };
};

/** How major maintenance begins [processes §4]. */
export const majorMaintenanceStart: Preparation = { prepare: prepareMajor };
