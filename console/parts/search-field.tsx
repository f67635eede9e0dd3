import { Input } from 'antd';
import { useEffect, useState } from 'react';

const QUIET_FOR_MS = 300;

interface Props {
  readonly value: string;
  readonly hint: string;
  readonly onSearch: (words: string) => void;
}

/** Words to search a list by; the list follows when the typing pauses, and the words when the list is asked for others. */
export function SearchField({ value, hint, onSearch }: Props) {
  const [words, setWords] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  // What was sent comes back as the value while more is typed; any other value was set elsewhere, as by clearing all filters.
  if (value !== known) {
    setKnown(value);
    if (value !== sent) setWords(value);
  }
  useEffect(() => {
    if (words === value) return;
    const timer = setTimeout(() => {
      setSent(words);
      onSearch(words);
    }, QUIET_FOR_MS);
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
