import { SwapOutlined } from '@ant-design/icons';
import { Button, Card, Grid } from 'antd';
import { useState } from 'react';
import type { Duty, DutyChange } from '../../api/types';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';
import { WEEKDAYS } from '../calendar/days';
import { localOf } from '../../form/instants';
import { isOff, weekdayOf, weeksOf, type DutyDay } from './days';
import { personInWords } from './called';

interface Props {
  readonly days: readonly DutyDay[];
  readonly today: string;
  readonly label: string;
  /** The changes of who is on duty. */
  readonly changes: readonly DutyChange[];
  /** Whether the asking person may have somebody else on duty then. */
  readonly mayChange: (duty: Duty) => boolean;
  readonly change: (duty: Duty) => void;
}

type Verbs = Pick<Props, 'changes' | 'mayChange' | 'change'>;

/** The duties of a month: a table of weeks on a desk, a list of days on a phone. */
export function DutyMonth(props: Props) {
  const isDesk = Grid.useBreakpoint().md ?? true;
  return isDesk ? <Weeks {...props} /> : <List {...props} />;
}

function Weeks({ days, today, label, ...verbs }: Props) {
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
                  <Duties day={day} {...verbs} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone the days that are over are folded away, so that a month begins with today. */
function List({ days, today, label, ...verbs }: Props) {
  const { say } = useLanguage();
  const [showsAll, setShowsAll] = useState(false);
  const over = days.filter(({ date }) => date < today);
  const isFolded = !showsAll && over.length > 0 && over.length < days.length;
  const titleOf = (day: DutyDay) => {
    const date = `${day.date} ${say(`weekday.${weekdayOf(day)}`)}`;
    return day.date === today ? say('roster.today', { date }) : date;
  };
  return (
    <>
      {isFolded && (
        <Button block onClick={() => setShowsAll(true)}>
          {say('roster.showOver', { count: over.length })}
        </Button>
      )}
      <ul className="cards" aria-label={label}>
        {(isFolded ? days.slice(over.length) : days).map((day) => (
          <li key={day.date}>
            <Card size="small" title={titleOf(day)} className={isOff(day) ? 'duty-off' : ''}>
              <Duties day={day} {...verbs} />
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}

function looksOf(day: DutyDay, today: string): string {
  return `day duty-day${isOff(day) ? ' duty-off' : ''}${day.date === today ? ' duty-today' : ''}`;
}

function Duties({ day, ...verbs }: { readonly day: DutyDay } & Verbs) {
  return (
    <ul className="named">
      {day.duties.map((duty) => (
        <li key={duty.from} className="duty-shift">
          <Stretch duty={duty} {...verbs} />
        </li>
      ))}
    </ul>
  );
}

function Stretch({ duty, changes, mayChange, change }: { readonly duty: Duty } & Verbs) {
  const { say, pick } = useLanguage();
  const clock = (at: string | null) => (at === null ? '' : localOf(at, settings().timeZone).slice(11));
  const who =
    duty.people.map((one) => personInWords(one, duty, changes, say)).join(say('word.separator')) ||
    say('roster.nobody');
  return (
    <>
      <span className="quiet">
        {duty.shift && pick(duty.shift.title)}{' '}
        <span className="nowrap">
          {clock(duty.from)}–{clock(duty.to)}
        </span>
      </span>
      <br />
      {mayChange(duty) ? (
        <Button
          size="small"
          icon={<SwapOutlined aria-hidden />}
          iconPlacement="end"
          aria-label={say('roster.changeOf', { date: duty.date ?? '', shift: pick(duty.shift?.title), who })}
          onClick={() => change(duty)}
        >
          {who}
        </Button>
      ) : (
        who
      )}
    </>
  );
}
