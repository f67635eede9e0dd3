import { Button } from 'antd';
import { useState } from 'react';
import type { Task } from '../../api/types';
import { FieldItem } from '../../form/field-item';
import type { FormField } from '../../form/schema';
import { WORDS } from '../../words';
import { useLanguage } from '../../words/use-language';
import { useTaskVerb } from './use-task-verb';
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

/** Pausing the clock of a task with a reason, and letting it go on, where the API says that this person may. */
export function ClockVerbs({ task }: { readonly task: Task }) {
  const { say } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const resume = useTaskVerb<null>(task, 'resume', 'task.resumed', () => undefined);
  return (
    <>
      {task.may.pause && <Button onClick={() => setAsking(true)}>{say('task.pause')}</Button>}
      {task.may.resume && (
        <Button loading={resume.isUnderWay} onClick={() => resume.submit(null)}>
          {say('task.resume')}
        </Button>
      )}
      {isAsking && (
        <VerbDialog task={task} verb={PAUSE} close={() => setAsking(false)}>
          <FieldItem of={UNTIL} path={['until']} />
        </VerbDialog>
      )}
    </>
  );
}
