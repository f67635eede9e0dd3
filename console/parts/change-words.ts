/** The words of a kind's fields begin so. */
const PREFIXES: Readonly<Record<string, string>> = {
  customers: 'customer',
  devices: 'device',
  users: 'person',
  teams: 'team',
  calendars: 'calendar',
  webhooks: 'webhook',
  'intake-sources': 'source',
};

const WITHOUT_ID: Readonly<Record<string, string>> = {
  customerId: 'customer',
  teamId: 'team',
  managerId: 'manager',
  leaderId: 'leader',
  grants: 'roles',
};

/** The key of the words for a field of a kind of record; there may be none. */
export function wordOfField(kind: string | null, field: string): string {
  if (field === 'isActive') return 'person.isActive';
  return `${PREFIXES[kind ?? ''] ?? ''}.${WITHOUT_ID[field] ?? field}`;
}

/** The key of the words for a value that is a code, such as a state; there may be none. */
export function wordOfValue(kind: string | null, field: string, value: string): string {
  return field === 'language' ? `language.${value}` : `${wordOfField(kind, field)}.${value}`;
}

/** The kind of record that an entry of the access log is about, by its route. */
export function kindOfAction(action: string): string | null {
  return /^\w+ \/([\w-]+)/.exec(action)?.[1] ?? null;
}

const PAGES: Readonly<Record<string, string>> = {
  ...{
    users: 'people',
    customers: 'customers',
    devices: 'devices',
    teams: 'teams',
    calendars: 'calendars',
    webhooks: 'webhooks',
    'intake-sources': 'intake-sources',
    cases: 'cases',
    tasks: 'tasks',
  },
};

/** The page of what an entry of the access log is about; null where there is none. */
export function pageOfTarget(action: string, target: string): string | null {
  const page = PAGES[kindOfAction(action) ?? ''];
  return page === undefined || !/^[\w.-]+$/.test(target) || target === '' ? null : `/${page}/${target}`;
}

/** What was changed, each field as it was and as it became. */
export type Changes = Readonly<Record<string, { readonly from?: unknown; readonly to?: unknown }>>;

/** True for the changes by which a record came to be: nothing was before, not even its name. */
export function isCreation(changes: Changes): boolean {
  return 'name' in changes && Object.values(changes).every(({ from }) => isEmpty(from));
}

/** True for a value that says nothing. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
