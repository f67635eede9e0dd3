import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import { searchQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { useLanguage } from '../words/use-language';
import { addressOfFound } from './found';

const LIMIT = 8;

/** Finds cases, devices, customers and people from every page. */
export function GlobalSearch() {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const { data } = useQuery(searchQuery(useApi(), asked, LIMIT));
  const options = (data?.items ?? []).map((found) => ({
    value: addressOfFound(found),
    label: (
      <>
        {say(`search.${found.kind}`)} · {found.title} <span className="quiet">{found.detail}</span>
      </>
    ),
  }));
  const goTo = (address: string) => {
    setWords('');
    void navigate(address);
  };
  return (
    <div role="search" className="shell-search">
      <AutoComplete
        className="wide"
        options={asked === '' ? [] : options}
        value={words}
        onChange={setWords}
        onSelect={goTo}
        popupMatchSelectWidth={420}
      >
        <Input
          prefix={<SearchOutlined aria-hidden />}
          aria-label={say('action.search')}
          placeholder={say('search.hint')}
          onPressEnter={() => goTo(`/search?q=${encodeURIComponent(words)}`)}
        />
      </AutoComplete>
    </div>
  );
}
