import { Descriptions } from 'antd';
import type { CalendarDraft } from '../../api/types';
import { useLanguage } from '../../words/use-language';
import { hoursOf, WEEKDAYS } from './days';

/** The opening hours of the week, the zone, and whose public holidays hold. */
export function WeekHours({ content }: { readonly content: CalendarDraft['calendar'] }) {
  const { say } = useLanguage();
  const line = (key: string, label: string, children: string) => ({ key, label, children });
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        ...WEEKDAYS.map((day) => line(day, say(`weekday.${day}`), hoursOf(content.week[day], say))),
        line('zone', say('calendar.timeZone'), content.timeZone),
        line('holidays', say('calendar.holidays'), say(`calendar.holidays.${content.holidays}`)),
      ]}
    />
  );
}
