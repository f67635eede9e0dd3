import type { FieldKind } from '../../models/contracts/fields';
import type { Form } from '../../models/contracts/form';
import type { Database } from '../../models/db';
import { fieldsIn } from './references';

/** What the records are called that a filled-in form refers to, by their ids; for who cannot ask for them one by one. */
export async function namesInForm(
  db: Database,
  form: Form,
  values: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, string>>> {
  const named = fieldsIn(form.fields, values).map(async ([, { kind }, id]) => {
    if (typeof id !== 'string') return [];
    const name = await nameOf(db, kind, id);
    return name === undefined ? [] : [[id, name] as const];
  });
  return Object.fromEntries((await Promise.all(named)).flat());
}

async function nameOf(db: Database, kind: FieldKind, id: string): Promise<string | undefined> {
  if (kind === 'device') {
    const device = await db.devices.findById(id, { name: 1, serialNumber: 1 }).lean();
    return device ? `${device.name}（${device.serialNumber}）` : undefined;
  }
  if (kind === 'customer') return (await db.customers.findById(id, { name: 1 }).lean())?.name;
  if (kind === 'person') return (await db.users.findById(id, { name: 1 }).lean())?.name;
  return undefined;
}
