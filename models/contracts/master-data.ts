import { z } from 'zod';
import { wrong } from '../faults';
import { id, line } from './fields';
import { pageSchema, recordShape } from './lists';
import { TIERS } from './service-level-names';

const tier = z.enum(TIERS);
/** When somebody goes there in an emergency. */
export const EMERGENCY_VISITS = ['at-once', 'after-remote'] as const;
const phone = z.union([z.literal(''), z.string().regex(/^\+?[0-9][0-9 ()-]{2,29}$/, wrong('not-a-phone-number'))]);
const minutes = z.number().int().min(1).max(43_200);

const contact = z.strictObject({
  name: line(100),
  email: z.email().max(254),
  phone: phone.default(''),
  post: z.union([z.literal(''), line(100)]).default(''),
  isVip: z.boolean().default(false),
});
const site = z.strictObject({ name: line(100), address: line(300) });

const customerShape = {
  name: line(100),
  kind: z.enum(['core', 'non-core']),
  tier,
  /** In an emergency somebody goes there at once, beside the help from afar [001], or only once that has failed [002]. */
  emergencyVisit: z.enum(EMERGENCY_VISITS),
  contacts: z.array(contact).max(100),
  sites: z.array(site).max(200),
};

/** A new customer. */
export const customerInput = z
  .strictObject({
    ...customerShape,
    contacts: customerShape.contacts.default([]),
    sites: customerShape.sites.default([]),
    emergencyVisit: customerShape.emergencyVisit.default('at-once'),
  })
  .meta({ id: 'CustomerInput' });
/** What may be changed about a customer. */
export const customerPatch = z.strictObject(customerShape).partial().meta({ id: 'CustomerPatch' });
/** A customer as it is answered. */
export const customerAnswer = z.strictObject({ ...recordShape, ...customerShape }).meta({ id: 'Customer' });
/** A page of customers. */
export const customerPage = pageSchema(customerAnswer);

const serviceLimit = z
  .strictObject({ class: line(50), responseInMinutes: minutes, resolutionInMinutes: minutes })
  .refine((limit) => limit.responseInMinutes <= limit.resolutionInMinutes, wrong('resolution-first'));

const contractShape = {
  number: line(60),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  tier,
  serviceHours: line(100),
  /** In which calendar the clocks of cases under it run; null: in the company's. */
  calendarId: id.nullable(),
  limits: z
    .array(serviceLimit)
    .max(50)
    .refine(
      areDistinct((limit: { readonly class: string }) => limit.class),
      wrong('class-twice'),
    ),
  inspectionRoundsPerYear: z.number().int().min(0).max(366),
  deviceIds: z
    .array(id)
    .max(5000)
    .refine(
      areDistinct((deviceId: string) => deviceId),
      wrong('device-twice'),
    ),
};

/** A new contract. */
export const contractInput = z
  .strictObject({
    customerId: id,
    ...contractShape,
    calendarId: contractShape.calendarId.default(null),
    limits: contractShape.limits.default([]),
    inspectionRoundsPerYear: contractShape.inspectionRoundsPerYear.default(0),
    deviceIds: contractShape.deviceIds.default([]),
  })
  .meta({ id: 'ContractInput' });
/** What may be changed about a contract; its customer stays. */
export const contractPatch = z.strictObject(contractShape).partial().meta({ id: 'ContractPatch' });
/** A contract as it is answered. */
export const contractAnswer = z
  .strictObject({ ...recordShape, customerId: z.string(), ...contractShape })
  .meta({ id: 'Contract' });
/** A page of contracts. */
export const contractPage = pageSchema(contractAnswer);

/** The states that people may give a device; `scrapped` comes from the scrap procedure alone. */
export const editableDeviceState = z.enum(['in-use', 'powered-off', 'replaced', 'in-repair']);

const deviceShape = {
  name: line(100),
  model: line(100),
  serialNumber: line(100),
  assetNumber: z.union([z.literal(''), line(100)]),
  location: line(200),
  businessSystem: line(100),
  businessLevel: line(50),
  purchasedOn: z.iso.date().nullable(),
  valueInYuan: z.number().min(0).max(1e10).multipleOf(0.01).nullable(),
  state: editableDeviceState,
};

/** A new device; serial number, location, business system and business level are mandatory [000 §4]. */
export const deviceInput = z
  .strictObject({
    customerId: id,
    ...deviceShape,
    assetNumber: deviceShape.assetNumber.default(''),
    purchasedOn: deviceShape.purchasedOn.default(null),
    valueInYuan: deviceShape.valueInYuan.default(null),
    state: deviceShape.state.default('in-use'),
  })
  .meta({ id: 'DeviceInput' });
/** What may be changed about a device; its customer stays. */
export const devicePatch = z.strictObject(deviceShape).partial().meta({ id: 'DevicePatch' });
/** A device as it is answered. */
export const deviceAnswer = z
  .strictObject({
    ...recordShape,
    customerId: z.string(),
    ...deviceShape,
    state: z.enum([...editableDeviceState.options, 'scrapped']),
    scrappedBy: z.string().nullable(),
  })
  .meta({ id: 'Device' });
/** A page of devices. */
export const devicePage = pageSchema(deviceAnswer);

function areDistinct<Item>(keyOf: (item: Item) => string): (items: readonly Item[]) => boolean {
  return (items) => new Set(items.map(keyOf)).size === items.length;
}
