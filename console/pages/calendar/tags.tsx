import { Tag } from 'antd';
import type { CalendarLine } from '../../api/types';
import { useLanguage } from '../../words/use-language';

/** What a calendar is: the company's own, being changed, not in force yet. */
export function CalendarTags({
  calendar,
}: {
  readonly calendar: Pick<CalendarLine, 'isDefault' | 'hasDraft' | 'published'>;
}) {
  const { say } = useLanguage();
  return (
    <>
      {calendar.isDefault && <Tag color="success">{say('calendar.default')}</Tag>}
      {calendar.hasDraft && <Tag color="warning">{say('calendar.draft')}</Tag>}
      {!calendar.published && <Tag>{say('calendar.neverPublished')}</Tag>}
    </>
  );
}
