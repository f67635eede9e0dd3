import { Card, Empty, Grid } from 'antd';
import { Link } from 'react-router';
import type { Text } from '../../../models/contracts/text';
import type { Cutovers, CutoverWindow } from '../../api/types';
import { instantOf, localOf } from '../../form/instants';
import { StateTag } from '../../parts/tags';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';
import { WEEKDAYS } from '../calendar/days';
import { datesOf, weekdayOf, weeksOf } from '../roster/days';

/** A day of the calendar: what is cut over on it, and why nothing should be. */
interface Day {
  readonly date: string;
  readonly off: Text | null;
  readonly windows: readonly CutoverWindow[];
}

interface Props {
  readonly cutovers: Cutovers;
  readonly month: string;
  readonly today: string;
  readonly label: string;
}

/** The cutovers of a month: a table of weeks on a desk, on a phone a list of the days that have something. */
export function CutoverMonth({ cutovers, month, today, label }: Props) {
  const isDesk = Grid.useBreakpoint().md ?? true;
  const { say } = useLanguage();
  const days = daysOf(cutovers, month);
  const told = days.filter(({ off, windows }) => off !== null || windows.length > 0);
  if (isDesk)
    return (
      <>
        <Weeks days={days} today={today} label={label} />
        {cutovers.items.length === 0 && <p className="quiet hint">{say('cutovers.none')}</p>}
      </>
    );
  if (told.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('cutovers.none')} />;
  return (
    <ul className="cards" aria-label={label}>
      {told.map((day) => (
        <li key={day.date}>
          <Card size="small" title={<DayTitle day={day} today={today} />} className={day.off ? 'day-holiday' : ''}>
            <DayLines day={day} isWide />
          </Card>
        </li>
      ))}
    </ul>
  );
}

function DayTitle({ day, today }: { readonly day: Day; readonly today: string }) {
  const { say } = useLanguage();
  const date = `${day.date} ${say(`weekday.${weekdayOf(day)}`)}`;
  return <>{day.date === today ? say('roster.today', { date }) : date}</>;
}

function Weeks({
  days,
  today,
  label,
}: {
  readonly days: readonly Day[];
  readonly today: string;
  readonly label: string;
}) {
  const { say } = useLanguage();
  return (
    <table className="month">
      <caption className="unseen">{label}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {say(`weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, index) =>
              day === null ? (
                <td key={WEEKDAYS[index]} />
              ) : (
                <td key={day.date} className={looksOf(day, today)}>
                  <span aria-hidden>{Number(day.date.slice(8))}</span>
                  <span className="unseen">{day.date}</span>
                  <DayLines day={day} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function looksOf({ date, off }: Day, today: string): string {
  return `day duty-day cutover-day${off ? ' day-holiday' : ''}${date === today ? ' duty-today' : ''}`;
}

function DayLines({ day, isWide = false }: { readonly day: Day; readonly isWide?: boolean }) {
  const { say, pick } = useLanguage();
  return (
    <>
      {day.off && (
        <div className="cutover-off">
          {say('cutovers.dayOff')} {pick(day.off)}
        </div>
      )}
      <ul className="cutover-windows">
        {day.windows.map((one) => (
          <li key={one.id}>
            <Link to={`/cases/${one.id}`}>
              <span className="nowrap">{hoursOn(one, day.date)}</span> {one.subject}
            </Link>
            <div className="card-line">
              {one.customer && <span className="quiet">{one.customer.name}</span>}
              <StateTag state={one.state} />
              {isWide && one.state === 'open' && <span className="quiet">{pick(one.stageTitle, one.stage)}</span>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function daysOf({ items, daysOff }: Cutovers, month: string): Day[] {
  const { timeZone } = settings();
  return datesOf(month).map((date) => {
    const [from, to] = [instantOf(`${date}T00:00`, timeZone), instantOf(`${nextOf(date)}T00:00`, timeZone)];
    const [begins, ends] = [Date.parse(from), Date.parse(to)];
    return {
      date,
      off: daysOff.find((day) => day.date === date)?.name ?? null,
      windows: items.filter((one) => Date.parse(one.from) < ends && Date.parse(one.to) > begins),
    };
  });
}

/** The hours of a window on one of its days: an arrow where it goes on before or after it. */
function hoursOn({ from, to }: CutoverWindow, date: string): string {
  const { timeZone } = settings();
  const [begin, end] = [localOf(from, timeZone), localOf(to, timeZone)];
  const [isFirst, isLast] = [begin.startsWith(date), end.startsWith(date)];
  return `${isFirst ? begin.slice(11) : '…'}–${isLast ? end.slice(11) : '…'}`;
}

function nextOf(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
