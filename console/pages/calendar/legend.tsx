import { useLanguage } from '../../words/use-language';
import { markOf, type Look } from './days';

const LOOKS: readonly Look[] = ['week', 'weekend', 'holiday', 'make-up', 'exception'];

/** What the colours and letters of a year mean. */
export function Legend() {
  const { say } = useLanguage();
  return (
    <ul className="legend" aria-label={say('calendar.legend')}>
      {LOOKS.map((look) => (
        <li key={look}>
          <span aria-hidden className={`day day-${look}`}>
            {markOf({ rule: look === 'weekend' ? 'week' : look, ranges: [] }, say)}
          </span>
          {say(`calendar.rule.${look}`)}
        </li>
      ))}
      <li>
        <span aria-hidden className="day day-week day-provisional" />
        {say('calendar.provisional')}
      </li>
    </ul>
  );
}
