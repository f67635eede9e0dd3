import type { ScrapRequest } from '../../../models/contracts/scrap';
import { Problem } from '../../http/problem';
import type { Preparation } from '../start-case';

/** What a scrap case is about: one device that is still on the books, one open case for it [processes §9]. */
export const prepareScrap: Preparation = (values, references) => {
  const { device: deviceId } = values as ScrapRequest;
  const device = references.devices.find((candidate) => candidate._id === deviceId);
  if (!device) throw new Problem('invalid-input', `no device ${deviceId}`);
  if (device.state === 'scrapped') {
    throw new Problem(
      'wrong-state',
      `device ${device.serialNumber} has been scrapped by ${device.scrappedBy ?? 'an earlier case'}`,
    );
  }
  return {
    customerId: device.customerId,
    subject: `${device.name}（${device.serialNumber}）`,
    priority: 'normal',
    locks: [`scrap:${device._id}`],
    facts: { device },
  };
};
