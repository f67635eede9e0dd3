import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage } from '../../words/use-language';
import { BulkDialog } from './bulk-dialog';
import type { Choice } from './use-choice';

/** How many tasks are chosen, and what one can do with them. */
export function ChosenBar({ choice, children }: { readonly choice: Choice; readonly children: ReactNode }) {
  const { say } = useLanguage();
  const count = choice.ids.length;
  const [deciding, setDeciding] = useState<readonly string[] | null>(null);
  return (
    <div className={count > 0 ? 'chosen-bar card-line' : 'filters'}>
      {children}
      <span role="status">{count > 0 && say(choice.isFull ? 'bulk.chosenMost' : 'bulk.chosen', { count })}</span>
      {count > 0 && (
        <>
          <Button type="primary" onClick={() => setDeciding(choice.ids)}>
            {say('bulk.title')}
          </Button>
          <Button onClick={() => choice.set([])}>{say('bulk.clear')}</Button>
        </>
      )}
      {deciding && (
        <BulkDialog
          ids={deciding}
          close={(left) => {
            setDeciding(null);
            choice.set(left);
          }}
        />
      )}
    </div>
  );
}
