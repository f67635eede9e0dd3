import { useNow } from '../../parts/use-now';
import { useLanguage } from '../../words/use-language';

const SECOND_IN_MS = 1_000;
const MINUTE_IN_S = 60;
const HOUR_IN_S = 3_600;
const DAY_IN_S = 86_400;

interface Props {
  readonly to: string;
  /** By how much the clock of the API is ahead of the one here. */
  readonly aheadMs: number;
  readonly label: string;
}

/** A clock that counts down to an instant, and up in red once that is over. */
export function Countdown({ to, aheadMs, label }: Props) {
  const { say } = useLanguage();
  const leftMs = Date.parse(to) - (useNow(SECOND_IN_MS) + aheadMs);
  const isOver = leftMs < 0;
  return (
    <span className={isOver ? 'overdue' : ''}>
      {isOver ? say('cutover.over') : label}{' '}
      <span role="timer">{clockOf(Math.abs(leftMs), say('time.days', { count: '' }))}</span>
    </span>
  );
}

/** `04:12`, `1:02:33`, or with days before it. */
function clockOf(ms: number, days: string): string {
  const seconds = Math.floor(ms / SECOND_IN_MS);
  const two = (part: number) => String(part).padStart(2, '0');
  const tail = `${two(Math.floor((seconds % HOUR_IN_S) / MINUTE_IN_S))}:${two(seconds % MINUTE_IN_S)}`;
  if (seconds < HOUR_IN_S) return tail;
  const hours = Math.floor((seconds % DAY_IN_S) / HOUR_IN_S);
  const day = Math.floor(seconds / DAY_IN_S);
  return day === 0 ? `${hours}:${tail}` : `${day}${days} ${hours}:${tail}`;
}
