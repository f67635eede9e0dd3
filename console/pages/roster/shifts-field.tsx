import { PlusOutlined } from '@ant-design/icons';
import { Button, Card, Form, Input, Select } from 'antd';
import { useLanguage } from '../../words/use-language';
import type { WordKey } from '../../words';
import { RemoveLine } from '../calendar/remove-line';
import { newShift, type RosterValues } from './roster-values';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The shifts of a day, each with who takes turns in it, in their order. */
export function ShiftsField({
  people,
  hasDaysOff,
}: {
  readonly people: readonly Choice[];
  readonly hasDaysOff: boolean;
}) {
  const { say } = useLanguage();
  const form = Form.useFormInstance<RosterValues>();
  const text = (line: number, name: 'zh' | 'en', key: WordKey) => (
    <Form.Item
      name={[line, name]}
      label={say(key)}
      rules={[{ required: true, message: say('form.needed', { label: say(key) }) }]}
    >
      <Input maxLength={30} />
    </Form.Item>
  );
  const turns = (line: number, name: 'turns' | 'offTurns', key: WordKey) => (
    <Form.Item name={[line, name]} label={say(key)}>
      <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={[...people]} />
    </Form.Item>
  );
  return (
    <Form.List name="shifts">
      {(lines, { add, remove }) => (
        <div className="stack">
          {lines.map(({ key, name }, index) => (
            <Card
              key={key}
              size="small"
              title={say('roster.shift', { number: index + 1 })}
              extra={<RemoveLine index={name} remove={remove} />}
            >
              <div className="line-fields">
                {text(name, 'zh', 'calendar.titleZh')}
                {text(name, 'en', 'calendar.titleEn')}
                <Form.Item
                  name={[name, 'begins']}
                  label={say('roster.begins')}
                  rules={[{ required: true, message: say('form.needed', { label: say('roster.begins') }) }]}
                >
                  <Input type="time" />
                </Form.Item>
              </div>
              {turns(name, 'turns', 'roster.turns')}
              {hasDaysOff && turns(name, 'offTurns', 'roster.offTurns')}
            </Card>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add(newShift((form.getFieldValue('shifts') as RosterValues['shifts'] | undefined) ?? []))}
          >
            {say('roster.addShift')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
