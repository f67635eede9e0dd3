import { Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../words/use-language';
import type { FieldProps } from './props';
import { useFound, type Option } from './reference';

/** Several people, found by name; the value is their ids. */
export function PeopleField({ of: { limits }, value, onChange, id }: FieldProps<readonly string[]>) {
  const { say } = useLanguage();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const found = useFound('person', words);
  const others = (found.data ?? []).filter((option) => !chosen.some((one) => one.value === option.value));
  return (
    <Select
      id={id ?? ''}
      mode="multiple"
      {...(limits.maxItems === undefined ? {} : { maxCount: limits.maxItems })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={say('form.searchPerson')}
      loading={found.isFetching}
      options={[...chosen, ...others]}
      notFoundContent={say('list.empty')}
      value={[...(value ?? [])]}
      onChange={(next: string[], options) => {
        setChosen([options].flat() as Option[]);
        setWords('');
        onChange?.(next);
      }}
    />
  );
}
