import type { Form, FormReference } from './form';
import type { ProcessContract } from './process';
import { callbackProcess } from './callback';
import { changeCutoverProcess } from './change-cutover';
import { complaintProcess } from './complaint';
import { hiddenDangerProcess } from './hidden-danger';
import { majorMaintenanceProcess } from './major-maintenance';
import { faultProcess } from './fault';
import { onsiteServiceProcess } from './onsite-service';
import { scrapProcess } from './scrap';

/** Every procedure that is installed. */
export const PROCESSES: readonly ProcessContract[] = [
  faultProcess,
  onsiteServiceProcess,
  majorMaintenanceProcess,
  hiddenDangerProcess,
  changeCutoverProcess,
  complaintProcess,
  callbackProcess,
  scrapProcess,
];

/** The procedure of that type, if it is installed. */
export function processOf(type: string): ProcessContract | undefined {
  return PROCESSES.find((process) => process.type === type);
}

/** The form that a task names, in the version it was opened with. */
export function formOf(reference: FormReference): Form | undefined {
  const forms = PROCESSES.flatMap((process) => [
    process.startForm,
    ...Object.values(process.steps).map((step) => step.form),
    ...process.olderForms,
  ]);
  return forms.find((form) => form.id === reference.id && form.version === reference.version);
}
