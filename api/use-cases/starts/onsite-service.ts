import type { OnsiteRequest } from '../../../models/contracts/onsite-service-forms';
import { invalidAt } from '../../http/invalid';
import type { Preparation, Prepared } from '../start-case';

const prepareVisit: Preparation['prepare'] = (values, references): Prepared => {
  const { customer, reason, pace } = values as OnsiteRequest;
  const [device] = references.devices;
  if (device && device.customerId !== customer) throw invalidAt('/form/device', 'device-of-another-customer');
  return {
    customerId: customer,
    subject: `现场服务：${reason}`,
    priority: pace === 'urgent' ? 'urgent' : 'normal',
    locks: [],
    facts: { devices: references.devices },
    about: {
      deviceIds: references.devices.map(({ _id }) => _id),
      numbers: references.devices
        .flatMap(({ serialNumber, assetNumber }) => [serialNumber, assetNumber])
        .filter(Boolean),
      words: [],
    },
  };
};

/** How an on-site service begins [001 服务准备流程]. */
export const onsiteServiceStart: Preparation = { prepare: prepareVisit };
