import { Checkbox, Tag } from 'antd';
import type { CalendarImportPreview } from '../../api/types';
import { useLanguage } from '../../words/use-language';
import { PagedTable } from '../import/paged-table';

type Event = CalendarImportPreview['events'][number];

const COLOURS = { off: 'error', 'make-up': 'processing', nothing: 'default' } as const;

interface Props {
  readonly events: readonly Event[];
  readonly choose: (chosen: readonly number[]) => void;
}

/** The events of an ICS file: what each would do and why, ticked where that is clear. */
export function ImportEvents({ events, choose }: Props) {
  const { say, pick } = useLanguage();
  const daysOf = ({ days }: Event) => {
    const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
    return first === last ? first : `${first} – ${last}`;
  };
  const toggle = (event: number, isWanted: boolean) => {
    const others = events.filter((one) => one.isChosen && one.event !== event).map((one) => one.event);
    choose([...others, ...(isWanted ? [event] : [])].sort((one, other) => one - other));
  };
  const box = (one: Event) => (
    <Checkbox
      checked={one.isChosen}
      disabled={one.kind === 'nothing'}
      onChange={({ target }) => toggle(one.event, target.checked)}
    >
      {one.summary}
    </Checkbox>
  );
  const tag = ({ kind }: Event) => <Tag color={COLOURS[kind]}>{say(`calendar.kind.${kind}`)}</Tag>;
  return (
    <PagedTable<Event>
      label={say('calendar.events')}
      items={events}
      total={events.length}
      keyOf={({ event }) => String(event)}
      columns={[
        { title: say('calendar.event'), key: 'event', render: (_, one) => box(one) },
        { title: say('calendar.day'), key: 'days', className: 'nowrap', render: (_, one) => daysOf(one) },
        { title: say('calendar.kind'), key: 'kind', render: (_, one) => tag(one) },
        { title: say('calendar.because'), key: 'why', render: (_, { because }) => pick(because) },
      ]}
      card={(one) => (
        <>
          <div className="card-line">
            {box(one)}
            {tag(one)}
          </div>
          <div className="card-line quiet">
            <span>{daysOf(one)}</span>
            <span>{pick(one.because)}</span>
          </div>
        </>
      )}
    />
  );
}
