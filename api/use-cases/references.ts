import type { Form } from '../../models/contracts/form';
import type { DeviceRow } from '../../models/db';
import { said } from '../../models/faults';
import { seesCustomer } from '../access';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { Problem, type Fault } from '../http/problem';
import { checkAttachments } from './bind-attachments';

/** The records that a filled-in form refers to: their names to print, and what the case takes along. */
export interface References {
  readonly names: Readonly<Record<string, string>>;
  readonly attachmentIds: readonly string[];
  readonly devices: readonly DeviceRow[];
}

/** Looks up every record that a form refers to; refuses those that do not exist or that the person may not see. */
export async function referencesOf(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  me: SignedIn,
  form: Form,
  values: Readonly<Record<string, unknown>>,
  caseId?: string,
): Promise<References> {
  const names: Record<string, string> = {};
  const faults: Fault[] = [];
  const devices: DeviceRow[] = [];
  const files = attached(form, values);
  const note = (found: { _id: string; name: string } | null, field: string, id: string) => {
    if (found) names[id] = found.name;
    else faults.push({ pointer: `/form/${field}`, detail: said('no-such-record', { id }) });
  };
  for (const [field, id] of singles(form, values, 'device')) {
    const device = await db.devices.findById(id, { search: 0 }).lean();
    const isSeen = device !== null && seesCustomer(me, device.customerId);
    if (isSeen) devices.push(device);
    note(isSeen ? device : null, field, id);
  }
  for (const [field, id] of singles(form, values, 'customer')) {
    note(seesCustomer(me, id) ? await db.customers.findById(id, { name: 1 }).lean() : null, field, id);
  }
  for (const [field, id] of singles(form, values, 'person'))
    note(await db.users.findById(id, { name: 1 }).lean(), field, id);
  for (const [field, id] of singles(form, values, 'case')) {
    const row = await db.cases.findById(id, { subject: 1, customerId: 1 }).lean();
    note(
      row && seesCustomer(me, row.customerId) ? { _id: row._id, name: `${row._id} ${row.subject}` } : null,
      field,
      id,
    );
  }
  if (faults.length > 0) throw new Problem('invalid-input', '', { faults });
  for (const [field, ids] of files) {
    const rows = await checkAttachments(db, ids, me.id, now(), caseId).catch((error: unknown) => {
      throw error instanceof Problem ? pointingAt(field, error) : error;
    });
    for (const row of rows) names[row._id] = row.fileName;
  }
  return { names, attachmentIds: files.flatMap(([, ids]) => ids), devices };
}

function pointingAt(field: string, { code, detail }: Problem): Problem {
  return new Problem(code, detail, {
    faults: [
      { pointer: `/form/${field}`, detail: said('cannot-take-file', { id: typeof detail === 'string' ? detail : '' }) },
    ],
  });
}

function singles(form: Form, values: Readonly<Record<string, unknown>>, kind: string): [field: string, id: string][] {
  return Object.entries(form.fields).flatMap(([name, field]) => {
    const value = values[name];
    return field.kind === kind && typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
}

function attached(form: Form, values: Readonly<Record<string, unknown>>): [field: string, ids: string[]][] {
  return Object.entries(form.fields).flatMap(([name, field]) => {
    const ids = values[name];
    return field.kind === 'attachments' && Array.isArray(ids) ? [[name, ids] as [string, string[]]] : [];
  });
}
