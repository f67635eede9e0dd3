import { Input, Select } from 'antd';
import { ReferenceField } from '../../form/fields/reference';
import { useLanguage } from '../../words/use-language';

/** What the access log is filtered by, as in the address. */
export const LOG_FILTERS = ['person', 'action', 'target', 'from', 'to'] as const;

type Filter = Readonly<Partial<Record<(typeof LOG_FILTERS)[number], string>>>;

interface Props {
  readonly filters: Filter;
  readonly change: (changed: Readonly<Partial<Record<(typeof LOG_FILTERS)[number], string | undefined>>>) => void;
  readonly actions: ReadonlyMap<string, string>;
}

/** The filters of the access log: who, what, about which record, on which days. */
export function Filters({ filters, change, actions }: Props) {
  const { say } = useLanguage();
  const day = (name: 'from' | 'to') => (
    <label className="labelled">
      {say(`log.${name}`)}
      <Input type="date" value={filters[name] ?? ''} onChange={(event) => change({ [name]: event.target.value })} />
    </label>
  );
  return (
    <div className="filters">
      <ReferenceField
        kind="person"
        label={say('log.person')}
        {...(filters.person === undefined ? {} : { value: filters.person })}
        onChange={(person) => change({ person })}
      />
      <Select
        aria-label={say('log.action')}
        placeholder={say('log.action')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={filters.action ?? null}
        onChange={(action: string | null) => change({ action: action ?? undefined })}
        options={[...actions].map(([action, title]) => ({ value: action, label: title }))}
      />
      <Input.Search
        key={filters.target ?? ''}
        aria-label={say('log.target')}
        placeholder={say('log.target')}
        allowClear
        defaultValue={filters.target ?? ''}
        onSearch={(target) => change({ target: target.trim() })}
      />
      {day('from')}
      {day('to')}
    </div>
  );
}
