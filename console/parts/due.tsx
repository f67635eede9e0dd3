import { ClockCircleOutlined, PauseCircleOutlined } from '@ant-design/icons';
import { shownInstant } from '../../models/contracts/time';
import type { Pause } from '../../models/contracts/waiting';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { Instant } from './instant';
import { spanOf } from './span';
import { useNow } from './use-now';

interface Props {
  readonly at: string | null;
  readonly isOpen: boolean;
  /** The public holidays until then are not all announced. */
  readonly isProvisional?: boolean;
  /** Since when its clock stands still, and why. */
  readonly pause?: Pause | null;
}

/** When something open is due, how long that is, and in red when it is over; or since when its clock stands still. */
export function Due({ at, isOpen, isProvisional = false, pause }: Props) {
  const { say, language } = useLanguage();
  const now = useNow();
  const shown = (instant: string) => shownInstant(instant, settings().timeZone, language);
  if (isOpen && pause)
    return (
      <span title={pause.reason}>
        <PauseCircleOutlined aria-hidden />{' '}
        {pause.until === undefined
          ? say('time.paused', { at: shown(pause.since) })
          : say('time.pausedUntil', { at: shown(pause.since), until: shown(pause.until) })}
      </span>
    );
  if (at === null) return <span className="quiet">{say('time.none')}</span>;
  if (!isOpen) return <Instant at={at} />;
  const left = Date.parse(at) - now;
  const isOver = left < 0;
  const span = spanOf(Math.abs(left), say);
  return (
    <span className={isOver ? 'overdue' : undefined}>
      <ClockCircleOutlined aria-hidden /> <Instant at={at} />
      <span className="nowrap"> · {say(isOver ? 'time.overdue' : 'time.left', { span })}</span>
      {isProvisional && (
        <span className="nowrap" title={say('due.provisionalWhy')}>
          {' '}
          {say('due.provisional')}
        </span>
      )}
    </span>
  );
}
