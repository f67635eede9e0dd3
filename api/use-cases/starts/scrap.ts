import type { ScrapRequest } from '../../../models/contracts/scrap';
import { said } from '../../../models/faults';
import { Problem } from '../../http/problem';
import { scrappedAlready } from '../scrapped-device';
import type { Preparation } from '../start-case';

// The case before may have scrapped the device between the reading of its record and the taking of its lock.
const mustNotBeScrapped: Preparation['confirm'] = async (db, input, session) => {
  const { device } = input.request as ScrapRequest;
  if (await db.devices.exists({ _id: device, state: 'scrapped' }).session(session)) throw new Problem('wrong-state');
};

// What a scrap case is about: one device that is still on the books, one open case for it [processes §9].
const prepareScrap: Preparation['prepare'] = (values, references) => {
  const { device: deviceId } = values as ScrapRequest;
  const device = references.devices.find((candidate) => candidate._id === deviceId);
  if (!device) throw new Problem('invalid-input', said('no-such-device', { id: deviceId }));
  if (device.state === 'scrapped') throw scrappedAlready(device);
  return {
    customerId: device.customerId,
    subject: `${device.name}（${device.serialNumber}）`,
    priority: 'normal',
    locks: [`scrap:${device._id}`],
    facts: { device },
    about: {
      deviceIds: [device._id],
      numbers: [device.serialNumber, device.assetNumber],
      words: [device.model],
    },
  };
};

/** How a scrap case begins: one device that is still on the books, one open case for it [processes §9]. */
export const scrapStart: Preparation = { prepare: prepareScrap, confirm: mustNotBeScrapped };
