import { CUSTOMER_ROLES, STAFF_ROLES } from '../../../models/codes';
import { ROLE_TITLES } from '../../../models/contracts/roles';
import { TIERS } from '../../../models/contracts/service-level-names';
import type { Text } from '../../../models/contracts/text';
import type { Customer, Device, Person } from '../../api/types';
import { cleaned } from '../../form/rules';
import type { FormField, Limits } from '../../form/schema';
import { WORDS, type WordKey } from '../../words';

/** The kinds of records that are edited here. */
export type EditedKind = 'customers' | 'devices' | 'users' | 'teams';

/** How records of a kind are filled in: the same fields and the same renderer as the forms of procedures. */
export interface Edited {
  readonly added: WordKey;
  readonly fields: readonly FormField[];
  /** What can be said only once, when the record is made. */
  readonly fixed: readonly FormField[];
  /** What the API gets; what was emptied is said to be empty. */
  readonly bodyOf: (values: Values) => Values;
  /** A record as its form shows it; without one, as it is. */
  readonly valuesOf?: (record: Values) => Values;
}

type Values = Readonly<Record<string, unknown>>;

const field = (name: string, label: Text, more: Partial<FormField['field']> = {}, limits: Limits = {}): FormField => ({
  name,
  field: { kind: 'text', label, optional: false, ...more },
  limits,
  columns: [],
});
const line = (name: string, key: WordKey, maxLength: number, optional = false) =>
  field(name, WORDS[key], { optional }, { maxLength });
const choice = (name: string, key: WordKey, options: Readonly<Record<string, Text>>, optional = false) =>
  field(name, WORDS[key], {
    kind: 'choice',
    optional,
    options: Object.entries(options).map(([value, label]) => ({ value, label })),
  });
const table = (name: string, key: WordKey, columns: readonly FormField[], optional: boolean): FormField => ({
  ...field(name, WORDS[key], { kind: 'table', optional }),
  columns,
});

/** The states of a device; the last is reached by the scrap procedure alone. */
export const DEVICE_STATES: readonly Device['state'][] = ['in-use', 'powered-off', 'replaced', 'in-repair', 'scrapped'];

/** The fields of a device that hold one line of text, in the order in which people fill them in. */
export const DEVICE_LINES = [
  'name',
  'model',
  'serialNumber',
  'assetNumber',
  'location',
  'businessSystem',
  'businessLevel',
] as const;

/** Lines of a device that are longer or shorter than most. */
const LONGEST: Readonly<Partial<Record<(typeof DEVICE_LINES)[number], number>>> = { location: 200, businessLevel: 50 };

const KINDS: readonly Customer['kind'][] = ['core', 'non-core'];
const VISITS: readonly Customer['emergencyVisit'][] = ['at-once', 'after-remote'];
const LANGUAGES: readonly Person['language'][] = ['zh', 'en'];

const rowsOf = (value: unknown) => (value ?? []) as readonly Values[];
const titled = <Name extends string>(names: readonly Name[], keyOf: (name: Name) => WordKey) =>
  Object.fromEntries(names.map((name) => [name, WORDS[keyOf(name)]]));

/** Every kind of record that is edited here. */
export const EDITED: Readonly<Record<EditedKind, Edited>> = {
  devices: {
    added: 'devices.add',
    fixed: [field('customerId', WORDS['device.customer'], { kind: 'customer' })],
    fields: [
      ...DEVICE_LINES.map((name) => line(name, `device.${name}`, LONGEST[name] ?? 100, name === 'assetNumber')),
      field('purchasedOn', WORDS['device.purchasedOn'], { kind: 'date', optional: true }),
      field('valueInYuan', WORDS['device.valueInYuan'], { kind: 'money', optional: true }, { minimum: 0 }),
      choice(
        'state',
        'device.state',
        titled(DEVICE_STATES.slice(0, -1), (state) => `device.state.${state}`),
      ),
    ],
    bodyOf: (values) => ({ assetNumber: '', purchasedOn: null, valueInYuan: null, ...cleaned(values) }),
  },
  customers: {
    added: 'customers.add',
    fixed: [],
    fields: [
      line('name', 'customer.name', 100),
      choice(
        'kind',
        'customer.kind',
        titled(KINDS, (kind) => `customer.kind.${kind}`),
      ),
      choice(
        'tier',
        'customer.tier',
        titled(TIERS, (tier) => `customer.tier.${tier}`),
      ),
      choice(
        'emergencyVisit',
        'customer.emergencyVisit',
        titled(VISITS, (visit) => `customer.emergencyVisit.${visit}`),
        true,
      ),
      table(
        'contacts',
        'customer.contacts',
        [
          line('name', 'contact.name', 100),
          line('post', 'contact.post', 100, true),
          line('email', 'contact.email', 254),
          line('phone', 'contact.phone', 30, true),
          choice('isVip', 'contact.isVip', { true: WORDS['word.yes'], false: WORDS['word.no'] }, true),
        ],
        true,
      ),
      table('sites', 'customer.sites', [line('name', 'site.name', 100), line('address', 'site.address', 300)], true),
    ],
    bodyOf: (values) => ({
      sites: [],
      ...cleaned(values),
      contacts: rowsOf(values.contacts).map((contact) => ({ ...cleaned(contact), isVip: contact.isVip === 'true' })),
    }),
    valuesOf: (customer) => ({
      ...customer,
      contacts: rowsOf(customer.contacts).map((contact) => ({ ...contact, isVip: String(contact.isVip) })),
    }),
  },
  users: {
    added: 'people.add',
    fixed: [line('username', 'person.username', 32)],
    fields: [
      line('name', 'person.name', 100),
      line('email', 'person.email', 254),
      line('phone', 'person.phone', 30, true),
      choice(
        'language',
        'person.language',
        titled(LANGUAGES, (language) => `language.${language}`),
      ),
      field('teamId', WORDS['person.team'], { kind: 'team', optional: true }),
      field('managerId', WORDS['person.manager'], { kind: 'person', optional: true }),
      table(
        'grants',
        'person.roles',
        [
          choice(
            'role',
            'person.role',
            Object.fromEntries([...STAFF_ROLES, ...CUSTOMER_ROLES].map((role) => [role, ROLE_TITLES[role]])),
          ),
          field('customerId', WORDS['device.customer'], { kind: 'customer', optional: true }),
        ],
        false,
      ),
    ],
    bodyOf: (values) => ({
      ...{ phone: '', teamId: null, managerId: null },
      ...cleaned(values),
      grants: rowsOf(values.grants).map(({ role, customerId }) => ({
        role,
        customerId: customerId ?? null,
      })),
    }),
  },
  teams: {
    added: 'teams.add',
    fixed: [],
    fields: [
      line('name', 'team.name', 100),
      field('leaderId', WORDS['team.leader'], { kind: 'person', optional: true }),
    ],
    bodyOf: (values) => ({ leaderId: null, ...cleaned(values) }),
  },
};
