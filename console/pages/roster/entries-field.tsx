import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useLanguage } from '../../words/use-language';
import { RemoveLine } from '../calendar/remove-line';
import type { RosterValues } from './roster-values';

interface Props {
  readonly people: readonly { readonly value: string; readonly label: string }[];
}

/** Single days on which others are on duty than in turn, or nobody. */
export function EntriesField({ people }: Props) {
  const { say, language } = useLanguage();
  const shifts = (Form.useWatch('shifts') as RosterValues['shifts'] | undefined) ?? [];
  const needed = (label: string) => [{ required: true, message: say('form.needed', { label }) }];
  return (
    <Form.List name="entries">
      {(lines, { add, remove }) => (
        <div className="stack">
          {lines.map(({ key, name }) => (
            <div key={key} className="line-fields">
              <Form.Item name={[name, 'date']} label={say('calendar.day')} rules={needed(say('calendar.day'))}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[name, 'shift']} label={say('roster.shiftOf')} rules={needed(say('roster.shiftOf'))}>
                <Select options={shifts.map(({ id, ...title }) => ({ value: id, label: title[language] || id }))} />
              </Form.Item>
              <Form.Item name={[name, 'people']} label={say('roster.people')}>
                <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={[...people]} />
              </Form.Item>
              <RemoveLine index={name} remove={remove} />
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ people: [] })}>
            {say('roster.addEntry')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
