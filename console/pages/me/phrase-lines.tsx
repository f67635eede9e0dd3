import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { MouseEvent } from 'react';
import { useLanguage } from '../../words/use-language';

const MOST = 30;

/** The lines of one's common opinions, each with its place in the order. */
export function PhraseLines() {
  const { say } = useLanguage();
  const label = say('phrases.one');
  return (
    <Form.List name="phrases">
      {(lines, { add, remove, move }) => (
        <ol className="cards phrase-lines">
          {lines.map(({ key, name }) => {
            const number = name + 1;
            return (
              <li key={key}>
                <Form.Item
                  name={name}
                  rules={[{ required: true, whitespace: true, message: say('form.needed', { label }) }]}
                >
                  <Input.TextArea rows={1} maxLength={200} aria-label={say('phrases.number', { number })} />
                </Form.Item>
                <Button
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={say('phrases.up', { number })}
                  disabled={name === 0}
                  onClick={keepingFocus(() => move(name, name - 1))}
                />
                <Button
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={say('phrases.down', { number })}
                  disabled={name === lines.length - 1}
                  onClick={keepingFocus(() => move(name, name + 1))}
                />
                <Button
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={say('phrases.remove', { number })}
                  onClick={() => remove(name)}
                />
              </li>
            );
          })}
          <li>
            <Button icon={<PlusOutlined aria-hidden />} disabled={lines.length >= MOST} onClick={() => add('')}>
              {say('phrases.add')}
            </Button>
          </li>
        </ol>
      )}
    </Form.List>
  );
}

/** Whoever moves a line by keyboard goes on with the same line. */
function keepingFocus(move: () => void) {
  return ({ currentTarget }: MouseEvent<HTMLElement>) => {
    move();
    setTimeout(() => currentTarget.focus());
  };
}
