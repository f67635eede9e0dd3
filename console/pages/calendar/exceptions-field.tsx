import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useLanguage } from '../../words/use-language';
import { HoursInput } from './hours-input';
import { RemoveLine } from './remove-line';

/** The days on which the company departs from its week and from the public holidays. */
export function ExceptionsField() {
  const { say } = useLanguage();
  return (
    <Form.List name="exceptions">
      {(lines, { add, remove }) => (
        <div className="stack">
          {lines.map(({ key, name }) => (
            <div key={key} className="line-fields">
              <Form.Item
                name={[name, 'date']}
                label={say('calendar.day')}
                rules={[{ required: true, message: say('form.needed', { label: say('calendar.day') }) }]}
              >
                <Input type="date" />
              </Form.Item>
              <HoursInput name={[name, 'hours']} label={say('calendar.hours')} />
              <Form.Item name={[name, 'title']} label={say('calendar.dayTitle')}>
                <Input maxLength={100} />
              </Form.Item>
              <RemoveLine index={name} remove={remove} />
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ date: '' })}>
            {say('calendar.addException')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
