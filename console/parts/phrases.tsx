import { Alert, Button } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { Me } from '../api/types';
import { useApi } from '../api/use-api';
import { useKeepPhrases } from '../session/use-keep-phrases';
import { useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import { whyNotKept } from './phrase';
import { useSuggestedPhrases } from './use-suggested-phrases';
import { whyOf } from './why';

interface Props {
  /** What stands in the field. */
  readonly text: string;
  readonly insert: (phrase: string) => void;
}

/** One's common opinions 常用意见, to be put into the field above or kept from it. */
export function Phrases({ text, insert }: Props) {
  const { say } = useLanguage();
  const { phrases } = useMe();
  const suggested = useSuggestedPhrases();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button
        type="link"
        className="phrases-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {say('phrases.title')}
      </Button>
      <div id={id} hidden={!isOpen}>
        <ul className="phrases" aria-label={say('phrases.title')}>
          {(phrases.length > 0 ? phrases : suggested).map((phrase) => (
            <li key={phrase}>
              <Button aria-label={say('phrases.insert', { phrase })} onClick={() => insert(phrase)}>
                {phrase}
              </Button>
            </li>
          ))}
        </ul>
        <div className="card-line">
          <Keep text={text} />
          <Link to="/me" target="_blank" rel="noopener">
            {say('phrases.edit')}
          </Link>
        </div>
      </div>
    </div>
  );
}

function Keep({ text }: { readonly text: string }) {
  const client = useApi();
  const { say, language } = useLanguage();
  const { phrases } = useMe();
  const keeping = useKeepPhrases<string>(async (phrase) => {
    // Another page may have kept some meanwhile.
    const { phrases: kept } = await client.get<Me>('/me');
    return kept.includes(phrase) ? kept : [...kept, phrase];
  });
  const hindrance = whyNotKept(text, phrases);
  if (hindrance === 'kept') return <span className="quiet">{say('phrases.kept')}</span>;
  return (
    <>
      <Button
        size="small"
        disabled={hindrance !== null}
        loading={keeping.isUnderWay}
        onClick={() => keeping.submit(text.trim())}
      >
        {say('phrases.keep')}
      </Button>
      {hindrance !== null && hindrance !== 'empty' && <span className="quiet">{say(`phrases.${hindrance}`)}</span>}
      {keeping.error && <Alert role="alert" type="error" showIcon title={whyOf(keeping.error, language)} />}
    </>
  );
}
