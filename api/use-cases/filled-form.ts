import type { Config } from '../../models/config';
import { untimely, type Form } from '../../models/contracts/form';
import { dateIn } from '../../models/contracts/time';
import { valid } from '../http/invalid';
import { pointerTo, Problem } from '../http/problem';

/** The values of a form as its fields have them, filled in now; refuses those that do not fit, with a pointer to each. */
export function filledForm(
  form: Form,
  values: Readonly<Record<string, unknown>>,
  { config, now }: { readonly config: Pick<Config, 'COMPANY_TIME_ZONE'>; readonly now: () => Date },
): Record<string, unknown> {
  const filled = valid(form.schema, values, '/form');
  const at = now();
  const moment = { today: dateIn(at, config.COMPANY_TIME_ZONE), now: at.toISOString() };
  const faults = untimely(form.fields, filled, moment).map(({ path, detail }) => ({
    pointer: `/form${pointerTo(path)}`,
    detail,
  }));
  if (faults.length > 0) throw new Problem('invalid-input', '', { faults });
  return filled;
}
