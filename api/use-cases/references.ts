import type { Field, FieldKind } from '../../models/contracts/fields';
import type { Form } from '../../models/contracts/form';
import type { Text } from '../../models/contracts/text';
import type { CaseRow, DeviceRow, TaskRow, UserRow } from '../../models/db';
import { said } from '../../models/faults';
import { isCustomerSide } from '../../models/whom';
import { seesCustomer } from '../access';
import { maySeeCase } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { Problem, type Fault } from '../http/problem';
import { checkAttachments } from './bind-attachments';

/** The records that a filled-in form refers to: their names to print, and what the case takes along. */
export interface References {
  readonly names: Readonly<Record<string, string>>;
  readonly attachmentIds: readonly string[];
  readonly devices: readonly DeviceRow[];
  readonly people: readonly Pick<UserRow, '_id' | 'name' | 'email' | 'phone' | 'grants'>[];
  readonly cases: readonly Pick<
    CaseRow,
    '_id' | 'subject' | 'customerId' | 'process' | 'state' | 'closedAt' | 'hiddenFrom'
  >[];
}

/** What a form is of: a task, or the start of a case, which may be hidden as what it names is. */
export interface FormIsOf {
  readonly task?: Pick<TaskRow, 'caseId' | 'customerId'>;
  readonly isHiddenAsWhatItNames?: boolean | undefined;
}

/**
 * Looks up every record that a form refers to; refuses those that do not exist or that the person may not see, and devices and
 * cases of another customer: who reads the form would read of them there.
 */
export async function referencesOf(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  me: SignedIn,
  form: Form,
  values: Readonly<Record<string, unknown>>,
  { task, isHiddenAsWhatItNames = false }: FormIsOf = {},
): Promise<References> {
  const caseId = task?.caseId;
  const customerId = task ? task.customerId : customerIn(form, values);
  const names: Record<string, string> = {};
  const faults: Fault[] = [];
  const devices: DeviceRow[] = [];
  const people: References['people'][number][] = [];
  const named = singles(form, values, 'person');
  const hiddenFrom = caseId === undefined || named.length === 0 ? [] : await hiddenFromOf(db, caseId);
  const cases: References['cases'][number][] = [];
  const files = attached(form, values);
  const note = (found: { _id: string; name: string } | null, field: string, id: string) => {
    if (found) names[id] = found.name;
    else faults.push({ pointer: `/form/${field}`, detail: said('no-such-record', { id }) });
  };
  for (const [field, id] of singles(form, values, 'device')) {
    const device = await db.devices.findById(id, { search: 0 }).lean();
    const isSeen = device !== null && seesCustomer(me, device.customerId);
    if (isSeen) devices.push(device);
    if (isSeen && isAnothers(device.customerId, customerId))
      faults.push({ pointer: `/form/${field}`, detail: said('device-of-another-customer') });
    else note(isSeen ? device : null, field, id);
  }
  for (const [field, id] of singles(form, values, 'customer')) {
    note(seesCustomer(me, id) ? await db.customers.findById(id, { name: 1 }).lean() : null, field, id);
  }
  for (const [path, field, id] of fieldsIn(form.fields, values)) {
    if (field.kind !== 'person' || typeof id !== 'string') continue;
    const found = await db.users.findById(id, { name: 1, email: 1, phone: 1, isActive: 1, grants: 1 }).lean();
    if (found) people.push(found);
    note(found, path, id);
    const isColleague = found?.isActive === true && !isCustomerSide(found.grants);
    if (found && field.among === 'staff' && !isColleague)
      faults.push({ pointer: `/form/${path}`, detail: said('not-a-colleague', { name: found.name }) });
    if (hiddenFrom.includes(id)) faults.push({ pointer: `/form/${path}`, detail: said('complained-of') });
  }
  for (const [field, id] of singles(form, values, 'case')) {
    const row = await db.cases.findById(id, OF_CASE).lean();
    const seen = row && seesCustomer(me, row.customerId) && maySeeCase(me, row) ? row : null;
    if (seen) cases.push(seen);
    // Whoever reads the form would read of it there.
    const refused = seen ? whyNotNamed(seen, { caseId, customerId, isHiddenAsWhatItNames }) : null;
    if (refused) faults.push({ pointer: `/form/${field}`, detail: refused });
    else note(seen && { _id: seen._id, name: `${seen._id} ${seen.subject}` }, field, id);
  }
  if (faults.length > 0) throw new Problem('invalid-input', '', { faults });
  for (const [field, ids] of files) {
    const rows = await checkAttachments(db, ids, me.id, now(), caseId).catch((error: unknown) => {
      throw error instanceof Problem ? pointingAt(field, error) : error;
    });
    for (const row of rows) names[row._id] = row.fileName;
  }
  return { names, attachmentIds: files.flatMap(([, ids]) => ids), devices, people, cases };
}

/** The customer that a start form is about; null where it names none. */
function customerIn({ fields }: Form, values: Readonly<Record<string, unknown>>): string | null {
  const [name = ''] = Object.keys(fields).filter((one) => fields[one]?.kind === 'customer');
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

function isAnothers(customerId: string | null, own: string | null): boolean {
  return own !== null && customerId !== own;
}

/** Why a form may not name a case, or null. */
function whyNotNamed(
  { _id: id, customerId, hiddenFrom }: Pick<CaseRow, '_id' | 'customerId' | 'hiddenFrom'>,
  own: {
    readonly caseId: string | undefined;
    readonly customerId: string | null;
    readonly isHiddenAsWhatItNames: boolean;
  },
): Text | null {
  if (id === own.caseId) return said('case-itself');
  if (hiddenFrom && !own.isHiddenAsWhatItNames) return said('hidden-case', { id });
  return isAnothers(customerId, own.customerId) ? said('case-of-another-customer', { id }) : null;
}

const OF_CASE = {
  ...{ subject: 1, customerId: 1, process: 1, state: 1, closedAt: 1, people: 1, applicant: 1, hiddenFrom: 1 },
} as const;

/** Who has no part in a case, since it is hidden from them. */
async function hiddenFromOf(db: Deps['db'], caseId: string): Promise<readonly string[]> {
  return (await db.cases.findById(caseId, { hiddenFrom: 1 }).lean())?.hiddenFrom ?? [];
}

function pointingAt(field: string, { code, detail }: Problem): Problem {
  return new Problem(code, detail, {
    faults: [
      { pointer: `/form/${field}`, detail: said('cannot-take-file', { id: typeof detail === 'string' ? detail : '' }) },
    ],
  });
}

/** Where a form refers to records of a kind, also in the rows of its tables: the path to each, and its id. */
function singles(form: Form, values: Readonly<Record<string, unknown>>, kind: FieldKind): [path: string, id: string][] {
  return fieldsIn(form.fields, values).flatMap(([path, field, value]) =>
    field.kind === kind && typeof value === 'string' ? [[path, value] as [string, string]] : [],
  );
}

function attached(form: Form, values: Readonly<Record<string, unknown>>): [path: string, ids: string[]][] {
  return fieldsIn(form.fields, values).flatMap(([path, field, value]) =>
    field.kind === 'attachments' && Array.isArray(value) ? [[path, value] as [string, string[]]] : [],
  );
}

/** Every field that is filled in, those of the rows of tables as well, with its path below the form. */
export function fieldsIn(
  fields: Form['fields'],
  values: Readonly<Record<string, unknown>>,
  prefix = '',
): [path: string, field: Field, value: unknown][] {
  return Object.entries(fields).flatMap(([name, field]): [string, Field, unknown][] => {
    const value = values[name];
    const { columns } = field;
    if (!columns || !Array.isArray(value)) return [[`${prefix}${name}`, field, value]];
    return (value as Readonly<Record<string, unknown>>[]).flatMap((row, index) =>
      fieldsIn(columns, row, `${prefix}${name}/${index}/`),
    );
  });
}
