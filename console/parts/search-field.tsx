import { Input } from 'antd';
import { useEffect, useState } from 'react';

const QUIET_FOR_MS = 300;

interface Props {
  readonly value: string;
  readonly hint: string;
  readonly onSearch: (words: string) => void;
}

/** Words to search a list by; the list follows when the typing pauses. */
export function SearchField({ value, hint, onSearch }: Props) {
  const [words, setWords] = useState(value);
  useEffect(() => {
    if (words === value) return;
    const timer = setTimeout(() => onSearch(words), QUIET_FOR_MS);
    return () => clearTimeout(timer);
  }, [words, value, onSearch]);
  return (
    <Input.Search
      allowClear
      aria-label={hint}
      placeholder={hint}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onSearch={onSearch}
    />
  );
}
