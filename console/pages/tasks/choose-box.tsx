import { Checkbox } from 'antd';
import type { TaskLine } from '../../api/types';
import { useLanguage } from '../../words/use-language';
import type { Choice } from './use-choice';

/** Chooses one task, which the person could decide now. */
export function ChooseBox({ task, choice }: { readonly task: TaskLine; readonly choice: Choice }) {
  const { say, pick } = useLanguage();
  const isChosen = choice.ids.includes(task.id);
  return (
    <Checkbox
      aria-label={say('bulk.choose', { task: `${pick(task.title, task.step)} · ${task.subject}` })}
      checked={isChosen}
      disabled={!isChosen && (!task.mayAct || choice.isFull)}
      onChange={() => choice.toggle(task.id)}
    />
  );
}

/** Chooses all tasks that are shown and that the person could decide, or none of them. */
export function ChooseAll({ tasks, choice }: { readonly tasks: readonly TaskLine[]; readonly choice: Choice }) {
  const { say } = useLanguage();
  const mine = tasks.filter(({ mayAct }) => mayAct).map(({ id }) => id);
  const areAll = mine.length > 0 && mine.every((id) => choice.ids.includes(id));
  return (
    <Checkbox
      checked={areAll}
      indeterminate={!areAll && choice.ids.length > 0}
      disabled={mine.length === 0}
      onChange={() => choice.set(areAll || choice.isFull ? [] : mine)}
    >
      {say('bulk.chooseAll')}
    </Checkbox>
  );
}
