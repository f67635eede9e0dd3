import { useQuery } from '@tanstack/react-query';
import { onDutyQuery } from '../../api/queries';
import type { Duty } from '../../api/types';
import { useApi } from '../../api/use-api';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';
import type { Say } from '../../words/say';
import { byWords } from './called';

/** Who of a team is on duty at present, by what, and until when. */
export function OnDutyNow({ teamId }: { readonly teamId: string }) {
  const { say, pick } = useLanguage();
  const { data } = useQuery(onDutyQuery(useApi(), teamId));
  if (!data) return null;
  const { people, shift, to } = data;
  if (people.length === 0) return <span>{say('roster.nobody')}</span>;
  return (
    <span>
      {people.map((one) => personInWords(one, say)).join(say('word.separator'))}
      {shift && <span className="quiet"> {pick(shift.title)}</span>}
      {to !== null && (
        <span className="quiet">
          {' '}
          {say('roster.until')} <Instant at={to} />
        </span>
      )}
    </span>
  );
}

/** Somebody on duty as people read it: with whom they act for, and by what they are on duty where that is no turn. */
export function personInWords({ name, by, forWhom }: Duty['people'][number], say: Say): string {
  const who = forWhom === null ? name : say('journal.for', { by: name, forWhom: forWhom.name });
  return by === 'turn' || by === 'day-off-turn' ? who : say('duty.how', { who, by: byWords(by, say) });
}
