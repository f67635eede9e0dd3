import { useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { Client } from '../../api/client';
import { useApi } from '../../api/use-api';
import type { CaseLine, Customer, Device, Page, Person, Team } from '../../api/types';
import { useLanguage } from '../../words/use-language';
import type { WordKey } from '../../words';
import type { FieldProps } from './props';

/** Something that may be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface Finder {
  readonly hint: WordKey;
  readonly find: (client: Client, q: string) => Promise<readonly Option[]>;
  readonly one: (client: Client, id: string) => Promise<Option>;
}

const LIMIT = 20;

const deviceOption = ({ id, name, serialNumber, location, state }: Device): Option => ({
  value: id,
  label: `${name}（${serialNumber}） ${location}`,
  disabled: state === 'scrapped',
});
const personOption = ({ id, name, username }: Person): Option => ({ value: id, label: `${name}（${username}）` });
const customerOption = ({ id, name }: Customer): Option => ({ value: id, label: name });
const teamOption = ({ id, name }: Team): Option => ({ value: id, label: name });
const caseOption = ({ id, subject }: CaseLine): Option => ({ value: id, label: `${id} ${subject}` });

/** How each kind of record is found by words, and named by its id. */
export const FINDERS = {
  device: finder<Device>('/devices', 'form.searchDevice', deviceOption),
  person: finder<Person>('/users', 'form.searchPerson', personOption, { isActive: true }),
  customer: finder<Customer>('/customers', 'form.searchCustomer', customerOption),
  team: finder<Team>('/teams', 'form.searchTeam', teamOption),
  case: finder<CaseLine>('/cases', 'form.searchCase', caseOption),
} as const;

function finder<Item>(
  path: string,
  hint: WordKey,
  optionOf: (item: Item) => Option,
  filters: Readonly<Record<string, boolean>> = {},
): Finder {
  return {
    hint,
    find: async (client, q) =>
      (await client.get<Page<Item>>(path, { ...filters, q, limit: LIMIT })).items.map(optionOf),
    one: async (client, id) => optionOf(await client.get<Item>(`${path}/${encodeURIComponent(id)}`)),
  };
}

/** What is found of a kind by words; while more is being found, what was found before. */
export function useFound(kind: keyof typeof FINDERS, words: string) {
  const client = useApi();
  const asked = useDeferredValue(words.trim());
  return useQuery({
    queryKey: ['find', kind, asked],
    queryFn: async () => await FINDERS[kind].find(client, asked),
    placeholderData: (before: readonly Option[] | undefined) => before,
  });
}

/** The records of these ids, as far as they are known by now. */
export function useNamed(kind: keyof typeof FINDERS, ids: readonly string[]): readonly Option[] {
  const client = useApi();
  const queries = ids.map((id) => ({
    queryKey: ['named', kind, id],
    queryFn: async () => await FINDERS[kind].one(client, id),
  }));
  return useQueries({ queries }).flatMap(({ data }) => data ?? []);
}

/** A record of the directory, found by words; the value is its id. */
export function ReferenceField({
  kind,
  value,
  onChange,
  id,
  label,
}: Omit<FieldProps<string>, 'of'> & {
  readonly kind: keyof typeof FINDERS;
  /** Where no label stands beside it. */
  readonly label?: string;
}) {
  const { say } = useLanguage();
  const [words, setWords] = useState('');
  const finder = FINDERS[kind];
  const found = useFound(kind, words);
  const isListed = value === undefined || (found.data ?? []).some((option) => option.value === value);
  const options = [...useNamed(kind, isListed ? [] : [value]), ...(found.data ?? [])];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      placeholder={label ?? say(finder.hint)}
      loading={found.isFetching}
      options={options}
      notFoundContent={say('list.empty')}
      {...(value === undefined ? {} : { value })}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  );
}
