import { Alert, Card, Descriptions } from 'antd';
import { shownInstant } from '../../../models/contracts/time';
import type { Task } from '../../api/types';
import { fieldsOf } from '../../form/schema';
import { ShownValue } from '../../form/shown-value';
import { Instant } from '../../parts/instant';
import { settings } from '../../start/settings';
import { useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';
import { delegationWords } from './delegation-words';
import { outcomeWords } from './outcome-words';
import { standingWords } from './standing-words';
import { TaskVerbs } from './task-verbs';
import { Outcome } from './task-line';

/** A task that the person cannot decide: who decided what, or that it is somebody else's. */
export function DecidedCard({ task }: { readonly task: Task }) {
  const { say, pick, language } = useLanguage();
  const { decision } = task;
  if (!decision) return <Undecided task={task} />;
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
        title={say(titleOf(task, decision), { name, at, outcome })}
        {...(task.isVoid ? { description: say('task.void') } : {})}
      />
      <Descriptions
        size="small"
        column={1}
        style={{ marginTop: 16 }}
        items={[
          ...(task.tally && !decision.isByRemoval ? [{ key: 'by', label: say('task.lastVote'), children: name }] : []),
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

function titleOf({ tally }: Task, { isByRemoval }: NonNullable<Task['decision']>) {
  if (isByRemoval) return 'task.decidedByRemoval';
  return tally ? 'task.voteOver' : 'task.decidedBy';
}

/** A task that waits for somebody else, or for what this person thinks of it. */
function Undecided({ task }: { readonly task: Task }) {
  const { say } = useLanguage();
  const me = useMe();
  const { delegation, may } = task;
  const isAsked = delegation !== null && may.answerDelegation;
  return (
    <Card title={say(isAsked ? 'task.yourOpinion' : 'task.standing')}>
      <Alert
        type="info"
        showIcon
        title={isAsked ? delegationWords(delegation, me.id, say) : standingWords(task, me.id, say)}
      />
      <TaskVerbs task={task} />
    </Card>
  );
}
