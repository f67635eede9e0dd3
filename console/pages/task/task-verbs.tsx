import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex, Grid } from 'antd';
import { useState } from 'react';
import type { Task } from '../../api/types';
import { useLanguage } from '../../words/use-language';
import { TaskDialog } from './task-dialog';
import { useTaskVerb } from './use-task-verb';
import { onAPhone, verbsOf, type DoneAtOnce, type TaskVerb } from './verbs';

/** What this person may do with a task besides deciding it, below its decision; on a phone all but the first behind “more”. */
export function TaskVerbs({ task }: { readonly task: Task }) {
  const { say } = useLanguage();
  const [asking, setAsking] = useState<Exclude<TaskVerb, DoneAtOnce> | null>(null);
  const verbs = verbsOf(task);
  const isDesk = Grid.useBreakpoint().md ?? true;
  const [shown, folded] = isDesk ? [verbs, []] : onAPhone(verbs);
  // What needs no words of one's own is done at once.
  const close = () => undefined;
  const claim = useTaskVerb<null>(task, 'claim', 'task.claimed', close);
  const resume = useTaskVerb<null>(task, 'resume', 'task.resumed', close);
  const act = (verb: TaskVerb) => {
    if (verb === 'claim') claim.submit(null);
    else if (verb === 'resume') resume.submit(null);
    else setAsking(verb);
  };
  if (verbs.length === 0) return null;
  return (
    <Flex gap={8} wrap className="task-verbs">
      {shown.map((verb) => (
        <Button
          key={verb}
          {...(verb === 'answerDelegation' ? { type: 'primary' } : {})}
          {...(verb === 'claim' ? { title: say('task.claimHelp') } : {})}
          loading={(verb === 'claim' && claim.isUnderWay) || (verb === 'resume' && resume.isUnderWay)}
          onClick={() => act(verb)}
        >
          {say(`task.${verb}`)}
        </Button>
      ))}
      {folded.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{ items: folded.map((verb) => ({ key: verb, label: say(`task.${verb}`), onClick: () => act(verb) })) }}
        >
          <Button icon={<DownOutlined aria-hidden />} iconPlacement="end">
            {say('nav.more')}
          </Button>
        </Dropdown>
      )}
      {asking && <TaskDialog task={task} verb={asking} close={() => setAsking(null)} />}
    </Flex>
  );
}
