import { Form, Input } from 'antd';
import { useLanguage } from '../../words/use-language';
import { rangesOf } from './draft-values';

interface Props {
  readonly name: string | (string | number)[];
  readonly label: string;
}

/** Hours of a day as text; empty is closed. */
export function HoursInput({ name, label }: Props) {
  const { say } = useLanguage();
  const check = async (_: unknown, text: string | undefined) =>
    await (rangesOf(text) === null ? Promise.reject(new Error(say('calendar.hoursWrong'))) : Promise.resolve());
  return (
    <Form.Item name={name} label={label} rules={[{ validator: check }]}>
      <Input placeholder={say('calendar.closed')} maxLength={200} />
    </Form.Item>
  );
}
