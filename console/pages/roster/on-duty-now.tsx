import { useQuery } from '@tanstack/react-query';
import { dayOf, shownInstant, shownTime } from '../../../models/contracts/time';
import { onDutyQuery } from '../../api/queries';
import type { DutyChange } from '../../api/types';
import { useApi } from '../../api/use-api';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';
import { personInWords } from './called';

interface Props {
  readonly teamId: string;
  /** What is known of changes of the roster. */
  readonly changes?: readonly DutyChange[];
}

/** Who of a team is on duty at present, by what, and from when until when. */
export function OnDutyNow({ teamId, changes = [] }: Props) {
  const { say, pick, language } = useLanguage();
  const { data } = useQuery(onDutyQuery(useApi(), teamId));
  if (!data) return null;
  const { timeZone } = settings();
  const { people, shift, from, to } = data;
  const shown = (at: string, after?: string) =>
    after !== undefined && dayOf(after, timeZone) === dayOf(at, timeZone)
      ? shownTime(at, timeZone)
      : shownInstant(at, timeZone, language);
  if (people.length === 0) return <span>{say('roster.nobody')}</span>;
  return (
    <span>
      {people.map((one) => personInWords(one, data, changes, say)).join(say('word.separator'))}
      {shift && <span className="quiet"> {pick(shift.title)}</span>}
      {to !== null && (
        <span className="quiet">
          {' '}
          {from === null
            ? say('roster.until', { to: shown(to) })
            : say('roster.since', { from: shown(from), to: shown(to, from) })}
        </span>
      )}
    </span>
  );
}
