import { Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../words/use-language';
import type { FieldProps } from './props';
import { FINDERS, useFound, useNamed, type Option } from './reference';

/** Several records of the directory, found by words; the value is their ids. */
export function ReferencesField({
  kind,
  most,
  value = [],
  onChange,
  id,
}: Omit<FieldProps<readonly string[]>, 'of'> & {
  readonly kind: keyof typeof FINDERS;
  readonly most?: number;
}) {
  const { say } = useLanguage();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const found = useFound(kind, words);
  const listed = [...chosen, ...(found.data ?? [])];
  const named = useNamed(
    kind,
    value.filter((one) => !listed.some((option) => option.value === one)),
  );
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      {...(most === undefined ? {} : { maxCount: most })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={say(FINDERS[kind].hint)}
      loading={found.isFetching}
      options={[...named, ...listed].filter(isFirst)}
      notFoundContent={say('list.empty')}
      value={[...value]}
      onChange={(next: string[], options) => {
        setChosen([options].flat() as Option[]);
        setWords('');
        onChange?.(next);
      }}
    />
  );
}

function isFirst({ value }: Option, index: number, all: readonly Option[]): boolean {
  return all.findIndex((option) => option.value === value) === index;
}
