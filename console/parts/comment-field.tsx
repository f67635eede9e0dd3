import { Input, type GetProps, type GetRef } from 'antd';
import { use, useEffect, useRef } from 'react';
import { MeContext } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import { withPhrase, type Marked } from './phrase';
import { Phrases } from './phrases';

type Props = Omit<GetProps<typeof Input.TextArea>, 'value' | 'onChange' | 'onBlur' | 'ref'> & {
  readonly value?: string;
  readonly onChange?: (value: string) => void;
};

/** What somebody says to what they do; whoever is signed in has their common opinions beside it. */
export function CommentField({ value = '', onChange, ...area }: Props) {
  const { say } = useLanguage();
  const me = use(MeContext);
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const marked = useRef<Marked>(null);
  const cursor = useRef<number>(null);
  useEffect(() => {
    if (cursor.current === null) return;
    field.current?.focus();
    field.current?.resizableTextArea?.textArea.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  }, [value]);
  const insert = (phrase: string) => {
    const next = withPhrase(value, phrase, marked.current, say('phrases.between'));
    if (area.maxLength !== undefined && next.text.length > area.maxLength) return;
    cursor.current = next.cursor;
    onChange?.(next.text);
  };
  return (
    <>
      <Input.TextArea
        {...area}
        ref={field}
        value={value}
        onChange={({ target }) => onChange?.(target.value)}
        onBlur={({ target }) => {
          marked.current = { from: target.selectionStart, to: target.selectionEnd };
        }}
      />
      {me && <Phrases text={value} insert={insert} />}
    </>
  );
}
