import type { ChangeRequest } from '../../../models/contracts/change-cutover-forms';
import { invalidAt } from '../../http/invalid';
import type { Preparation, Prepared } from '../start-case';

// What a change is about: devices and a business system of one customer; a standard one repeats a cutover that went well.
const prepareChange: Preparation['prepare'] = (values, references): Prepared => {
  const request = values as ChangeRequest;
  const { customer, kind, title, system, model } = request;
  for (const [index, { device: id }] of (request.devices ?? []).entries()) {
    const device = references.devices.find(({ _id }) => _id === id);
    if (device?.customerId !== customer) throw invalidAt(`/form/devices/${index}/device`, 'device-of-another-customer');
  }
  if (kind === 'standard' && model === undefined) throw invalidAt('/form/model', 'standard-without-model');
  const repeated = references.cases.find(({ _id }) => _id === model);
  const isModel =
    repeated?.process === 'change-cutover' && repeated.state === 'completed' && repeated.customerId === customer;
  if (model !== undefined && !isModel) throw invalidAt('/form/model', 'model-not-approved', { id: model });
  return {
    customerId: customer,
    subject: `${title}（${system}）`,
    priority: kind === 'emergency' ? 'urgent' : 'normal',
    locks: [],
    facts: { devices: references.devices },
    about: {
      deviceIds: references.devices.map(({ _id }) => _id),
      numbers: references.devices.flatMap(({ serialNumber, assetNumber }) => [serialNumber, assetNumber]),
      words: [system],
    },
  };
};

/** How a change begins [002 §6.4.2]. */
export const changeCutoverStart: Preparation = { prepare: prepareChange };
