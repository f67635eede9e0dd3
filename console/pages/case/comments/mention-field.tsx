import { useQuery } from '@tanstack/react-query';
import { Mentions } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { Page, Person } from '../../../api/types';
import { useApi } from '../../../api/use-api';
import { useLanguage } from '../../../words/use-language';

/** Somebody whom a text mentions. */
export type Picked = Pick<Person, 'id' | 'name'>;

const LONGEST = 5_000;
const LIMIT = 8;

/** What stands between the last "@" and the caret; null where there is none or a space has ended it. */
function wordsAfterAt({ value, selectionStart }: HTMLTextAreaElement): string | null {
  return /@([^@\s]*)$/.exec(value.slice(0, selectionStart))?.[1] ?? null;
}

const labelOf = ({ name, username }: Person) => `${name}（${username}）`;

interface Props {
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly id?: string;
  /** Hears of each person who is picked after an "@". */
  readonly pick: (person: Picked) => void;
}

/** Several lines of text in which "@" finds people by name. */
export function MentionField({ value, onChange, id, pick }: Props) {
  const client = useApi();
  const { say } = useLanguage();
  const [words, setWords] = useState<string | null>(null);
  const asked = useDeferredValue(words);
  const { data, isFetching } = useQuery({
    queryKey: ['mention', asked],
    queryFn: async () => await client.get<Page<Person>>('/users', { q: asked ?? '', isActive: true, limit: LIMIT }),
    enabled: asked !== null,
    placeholderData: (before) => before,
  });
  const people = data?.items ?? [];
  const namesakes = ({ name }: Person) => people.filter((one) => one.name === name);
  /** What stands behind the "@"; antd tells by these alone who was picked. */
  const wordsFor = (person: Person) => (namesakes(person).length > 1 ? labelOf(person) : person.name);
  return (
    <Mentions
      id={id ?? ''}
      rows={2}
      maxLength={LONGEST}
      value={value ?? ''}
      onChange={(next) => onChange?.(next)}
      // not onSearch, which hears keys only: text also comes by voice, paste and input methods
      onInput={({ currentTarget }) => setWords(wordsAfterAt(currentTarget))}
      onSelect={({ value: chosen }) => {
        const person = people.find((one) => wordsFor(one) === chosen);
        if (person) pick(person);
      }}
      filterOption={false}
      loading={isFetching}
      notFoundContent={say('list.empty')}
      options={people.map((person) => ({
        key: person.id,
        value: wordsFor(person),
        label: labelOf(person),
      }))}
    />
  );
}
