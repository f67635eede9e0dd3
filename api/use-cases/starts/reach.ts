import type { About } from '../../../models/contracts/record';
import { invalidAt } from '../../http/invalid';
import type { References } from '../references';

/** What a request of a customer is about, as many procedures ask for it. */
interface Reach {
  readonly customer: string;
  readonly system?: string | undefined;
  readonly devices?: readonly { readonly device: string }[] | undefined;
}

const SUBJECT_IN_CHARACTERS = 60;

/** By what a case about devices and a business system is found; refuses devices of another customer. */
export function reachOf({ customer, system, devices = [] }: Reach, references: References): About {
  for (const [index, { device: id }] of devices.entries()) {
    const device = references.devices.find(({ _id }) => _id === id);
    if (device?.customerId !== customer) throw invalidAt(`/form/devices/${index}/device`, 'device-of-another-customer');
  }
  return {
    deviceIds: references.devices.map(({ _id }) => _id),
    numbers: references.devices.flatMap(({ serialNumber, assetNumber }) => [serialNumber, assetNumber]),
    words: system === undefined ? [] : [system],
  };
}

/** The case that a form names; refuses one of another customer. */
export function namedCase(field: string, id: string | undefined, customer: string, { cases }: References) {
  if (id === undefined) return undefined;
  const named = cases.find(({ _id }) => _id === id);
  if (named?.customerId !== customer) throw invalidAt(`/form/${field}`, 'case-of-another-customer', { id });
  return named;
}

/** The first line of what somebody wrote, as long as a subject may be. */
export function inOneLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > SUBJECT_IN_CHARACTERS ? `${line.slice(0, SUBJECT_IN_CHARACTERS - 1).trimEnd()}…` : line;
}
