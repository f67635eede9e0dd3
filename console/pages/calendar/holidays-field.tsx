import { PlusOutlined } from '@ant-design/icons';
import { Button, Card, Form, Input, InputNumber, Select } from 'antd';
import { useLanguage } from '../../words/use-language';
import { RemoveLine } from './remove-line';

const KINDS = ['off', 'make-up'] as const;

/** The public holidays of years that the system does not know, as the notice has them. */
export function HolidaysField({ nextYear }: { readonly nextYear: number }) {
  const { say } = useLanguage();
  const needed = (label: string) => [{ required: true, message: say('form.needed', { label }) }];
  return (
    <Form.List name="holidayYears">
      {(years, { add, remove }) => (
        <div className="stack">
          {years.map(({ key, name }) => (
            <Card key={key} size="small">
              <div className="line-fields">
                <Form.Item name={[name, 'year']} label={say('calendar.year')} rules={needed(say('calendar.year'))}>
                  <InputNumber min={1970} max={2200} />
                </Form.Item>
                <Form.Item
                  name={[name, 'source']}
                  label={say('calendar.source')}
                  rules={needed(say('calendar.source'))}
                >
                  <Input maxLength={200} />
                </Form.Item>
                <RemoveLine index={name} remove={remove} />
              </div>
              <Days year={name} />
            </Card>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add({ year: nextYear, source: '', days: [newDay(`${nextYear}-01-01`)] })}
          >
            {say('calendar.addYear')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function Days({ year }: { readonly year: number }) {
  const { say } = useLanguage();
  return (
    <Form.List name={[year, 'days']}>
      {(days, { add, remove }) => (
        <>
          {days.map(({ key, name }) => (
            <div key={key} className="line-fields">
              <Form.Item name={[name, 'date']} label={say('calendar.day')}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[name, 'kind']} label={say('calendar.kind')}>
                <Select options={KINDS.map((kind) => ({ value: kind, label: say(`calendar.kind.${kind}`) }))} />
              </Form.Item>
              <Form.Item name={[name, 'name', 'zh']} label={say('calendar.nameZh')}>
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item name={[name, 'name', 'en']} label={say('calendar.nameEn')}>
                <Input maxLength={60} />
              </Form.Item>
              <RemoveLine index={name} remove={remove} />
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add(newDay(''))}>
            {say('calendar.addException')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function newDay(date: string) {
  return { date, kind: 'off', name: { zh: '', en: '' } };
}
