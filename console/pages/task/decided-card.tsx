import { Alert, Card, Descriptions } from 'antd';
import { shownInstant } from '../../../models/contracts/time';
import type { Task } from '../../api/types';
import { fieldsOf } from '../../form/schema';
import { ShownValue } from '../../form/shown-value';
import { Instant } from '../../parts/instant';
import { settings } from '../../start/settings';
import { useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';
import { outcomeWords } from './outcome-words';
import { standingWords } from './standing-words';
import { TaskVerbs } from './task-verbs';
import { Outcome } from './task-line';

/** A task that the person cannot decide: who decided what, or that it is somebody else's. */
export function DecidedCard({ task }: { readonly task: Task }) {
  const { say, pick, language } = useLanguage();
  const me = useMe();
  const { decision } = task;
  if (!decision)
    return (
      <Card extra={<TaskVerbs task={task} />} title={say('task.decision')}>
        <Alert type="info" showIcon title={standingWords(task, me.id, say)} />
      </Card>
    );
  const { by, forWhom } = decision;
  const name = forWhom ? say('journal.for', { by: by.name, forWhom: forWhom.name }) : by.name;
  const at = shownInstant(decision.at, settings().timeZone, language);
  const outcome = outcomeWords(task, decision.outcome, pick);
  const fields = task.form ? fieldsOf(task.form).filter((one) => decision.form[one.name] !== undefined) : [];
  return (
    <Card title={say('task.decision')} extra={<Outcome task={task} />}>
      <Alert
        type={task.isVoid ? 'warning' : 'info'}
        showIcon
        title={say(decision.isByRemoval ? 'task.decidedByRemoval' : 'task.decidedBy', { name, at, outcome })}
        {...(task.isVoid ? { description: say('task.void') } : {})}
      />
      <Descriptions
        size="small"
        column={1}
        style={{ marginTop: 16 }}
        items={[
          { key: 'at', label: say('task.decidedAt'), children: <Instant at={decision.at} /> },
          // Those who have voted stand with their own words below.
          ...(decision.isByRemoval
            ? []
            : [
                {
                  key: 'comment',
                  label: say('task.comment'),
                  children: <span className="lines">{decision.comment || say('word.none')}</span>,
                },
              ]),
          ...fields.map((of) => ({
            key: of.name,
            label: pick(of.field.label),
            children: <ShownValue of={of} value={decision.form[of.name]} />,
          })),
        ]}
      />
    </Card>
  );
}
