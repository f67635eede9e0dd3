import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input, InputNumber, Tag } from 'antd';
import type { DeadlineTried } from '../../api/types';
import { useApi } from '../../api/use-api';
import { instantOf, localOf } from '../../form/instants';
import { Instant } from '../../parts/instant';
import { useNow } from '../../parts/use-now';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';

const HOUR_IN_MS = 3_600_000;

interface Values {
  readonly from: string;
  readonly hours: number;
}

/** When a budget would be used up that begins then, and why; nothing begins. */
export function TryDeadline({ id, timeZone }: { readonly id: string; readonly timeZone: string }) {
  const client = useApi();
  const { say, language } = useLanguage();
  const from = localOf(new Date(useNow()).toISOString(), timeZone);
  const trying = useMutation({
    mutationFn: async (values: Values) =>
      await client.get<DeadlineTried>(`/calendars/${encodeURIComponent(id)}/deadline`, {
        from: instantOf(values.from, timeZone),
        budgetInMs: Math.round(values.hours * HOUR_IN_MS),
      }),
  });
  const needed = (label: string) => [{ required: true, message: say('form.needed', { label }) }];
  return (
    <Card title={say('calendar.try')}>
      <Form<Values> layout="vertical" initialValues={{ from, hours: 8 }} onFinish={(values) => trying.mutate(values)}>
        <Form.Item name="from" label={say('calendar.tryFrom', { zone: timeZone })} rules={needed(say('calendar.try'))}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="hours" label={say('calendar.tryHours')} rules={needed(say('calendar.tryHours'))}>
          <InputNumber min={0.1} max={87_840} className="wide" />
        </Form.Item>
        <Button htmlType="submit" loading={trying.isPending}>
          {say('calendar.tryAction')}
        </Button>
      </Form>
      {trying.error && <Alert role="alert" type="error" showIcon title={whyOf(trying.error, language)} />}
      {trying.data && (
        <div role="status">
          <p className="card-line">
            {say('calendar.due')}
            {say('word.colon')}
            <strong>
              <Instant at={trying.data.dueAt} />
            </strong>
            {trying.data.isProvisional && <Tag color="warning">{say('calendar.provisional')}</Tag>}
          </p>
          <p className="quiet lines">{trying.data.sentence}</p>
        </div>
      )}
    </Card>
  );
}
