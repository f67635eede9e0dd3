import type { Task } from '../../api/types';
import { FieldItem } from '../../form/field-item';
import type { FormField } from '../../form/schema';
import { WORDS } from '../../words';
import { VerbDialog, type Verb } from './verb-dialog';

const PAUSE: Verb = {
  address: 'pause',
  name: 'task.pause',
  done: 'task.paused',
  help: 'task.pauseHelp',
  reason: 'task.pauseReason',
  example: 'task.pauseExample',
};
const UNTIL: FormField = {
  ...{ name: 'until', field: { kind: 'instant', label: WORDS['task.pauseUntil'], optional: true }, columns: [] },
  limits: {},
};

/** Asks why the clock of a task is paused, and until when. */
export function PauseDialog({ task, close }: { readonly task: Task; readonly close: () => void }) {
  return (
    <VerbDialog task={task} verb={PAUSE} close={close}>
      <FieldItem of={UNTIL} path={['until']} />
    </VerbDialog>
  );
}
