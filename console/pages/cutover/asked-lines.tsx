import { Link } from 'react-router';
import { shownInstant } from '../../../models/contracts/time';
import type { CutoverPart } from '../../api/types';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';
import { Countdown } from './countdown';

/** What is asked for, as a link to its task once there is one. */
export function TaskName({ taskId, name }: { readonly taskId: string | null; readonly name: string }) {
  return taskId === null ? <strong>{name}</strong> : <Link to={`/tasks/${taskId}`}>{name}</Link>;
}

/** Who does it, since when, until when, and what they found. */
export function AskedLines({
  asked,
  aheadMs,
}: {
  readonly asked: Omit<CutoverPart, 'title' | 'state'>;
  readonly aheadMs: number;
}) {
  const { say, language } = useLanguage();
  const { by, begunAt, answeredAt, dueAt, result, attempts } = asked;
  const shown = (at: string) => shownInstant(at, settings().timeZone, language);
  return (
    <>
      <div className="card-line quiet">
        {by && <span>{by.name}</span>}
        {answeredAt !== null ? (
          <span>{say('cutover.answered', { at: shown(answeredAt) })}</span>
        ) : (
          begunAt !== null && <span>{say('cutover.begun', { at: shown(begunAt) })}</span>
        )}
        {attempts > 1 && <span>{say('cutover.attempts', { count: attempts })}</span>}
        {dueAt !== null && <Countdown to={dueAt} aheadMs={aheadMs} label={say('cutover.left')} />}
      </div>
      {result !== '' && <blockquote className="lines said">{result}</blockquote>}
    </>
  );
}
