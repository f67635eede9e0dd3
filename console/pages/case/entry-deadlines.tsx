import type { JournalEntry } from '../../api/types';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';
import type { Telling } from '../../../models/contracts/journal-sentence';

interface Moved {
  readonly taskId: string | null;
  /** The step of a task, or the name of a clock of the case. */
  readonly step?: string;
  readonly clock?: string;
  readonly was: string | null;
  readonly is: string | null;
  readonly isProvisional: boolean;
}

/** The deadlines that an entry tells: the first of a task that was opened, or each before and after a change of calendar. */
export function EntryDeadlines({ entry, told }: { readonly entry: JournalEntry; readonly told: Telling }) {
  const { say, pick } = useLanguage();
  const { deadline, deadlines } = entry.details as {
    readonly deadline?: { readonly dueAt: string; readonly isProvisional: boolean };
    readonly deadlines?: readonly Moved[];
  };
  const provisional = (is: boolean) => is && <span> {say('due.provisional')}</span>;
  if (deadline)
    return (
      <div className="quiet">
        {say('task.due')}
        {say('word.colon')}
        <Instant at={deadline.dueAt} />
        {provisional(deadline.isProvisional)}
      </div>
    );
  return deadlines?.map(({ taskId, step = '', clock = '', was, is, isProvisional }) => (
    <div key={taskId ?? clock} className="quiet">
      {taskId === null ? pick(told.clockOf(clock), clock) : pick(told.stepOf(taskId), step)}
      {say('word.colon')}
      {was === null ? say('word.none') : <Instant at={was} />} → {is === null ? say('word.none') : <Instant at={is} />}
      {provisional(isProvisional)}
    </div>
  ));
}
