/** What an address names: a record of one customer, with one of that customer and one of another; or nothing of a customer's. */
export interface Addressed {
  readonly own: string;
  readonly foreign: string | null;
}

/**
 * One line for each address with a parameter; addresses below it are covered by it, unless they have a line of their own. The ids are those of the demonstration
 * (customers C-0001 and C-0002) and of the test that asserts the table.
 */
export const RECORDS: Readonly<Record<string, Addressed>> = {
  '/cases/{id}': { own: 'BF-20260101-0001', foreign: 'BF-20260101-0002' },
  '/cases/{id}/cutover': { own: 'GJ-20260101-0001', foreign: 'GJ-20260101-0002' },
  '/tasks/{id}': { own: 'BF-20260101-0001.manager-review.1', foreign: 'BF-20260101-0002.manager-review.1' },
  '/documents/{id}': { own: 'BF-20260101-0001.paper', foreign: 'BF-20260101-0002.paper' },
  '/attachments/{id}': { own: 'A-own', foreign: 'A-foreign' },
  '/decision-link/files/{id}': { own: 'unknown', foreign: null },
  '/copies/{id}': { own: 'unknown', foreign: null },
  '/customers/{id}': { own: 'C-0001', foreign: 'C-0002' },
  '/contracts/{id}': { own: 'K-0001', foreign: 'K-0002' },
  '/devices/{id}': { own: 'D-0001', foreign: 'D-0006' },
  '/users/{id}': { own: 'U-chen', foreign: 'U-he' },
  '/me/sessions/{id}': { own: 'unknown', foreign: null },
  '/teams/{id}': { own: 'unknown', foreign: null },
  '/absences/{id}': { own: 'unknown', foreign: null },
  '/calendars/{id}': { own: '5x8', foreign: null },
  '/intake-sources/{id}': { own: 'unknown', foreign: null },
  '/webhooks/{id}': { own: 'unknown', foreign: null },
  '/policies/{process}': { own: 'scrap', foreign: null },
};

/** What an address with a parameter names; null for one without. Fails for an address that has no line. */
export function addressedBy(path: string): Addressed | null {
  const root = /^.*?\{\w+\}/.exec(path)?.[0];
  if (root === undefined) return null;
  const addressed = RECORDS[path] ?? RECORDS[root];
  if (!addressed) throw new Error(`${root} has no line in tools/api-docs/records.ts`);
  return addressed;
}
