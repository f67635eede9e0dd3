import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { EVENT_TITLES, FORMAT_TITLES, TEST_EVENT, WEBHOOK_FORMATS } from '../../../models/contracts/webhook-formats';
import { processesQuery } from '../../api/queries';
import type { Webhook } from '../../api/types';
import { useApi } from '../../api/use-api';
import { ReferencesField } from '../../form/fields/references';
import { useLanguage } from '../../words/use-language';

/** What stands in the form of an endpoint. */
export type WebhookValues = Pick<
  Webhook,
  'name' | 'format' | 'url' | 'events' | 'processes' | 'customers' | 'language'
> & {
  readonly secret?: string;
};

const EVENTS = (Object.keys(EVENT_TITLES) as (keyof typeof EVENT_TITLES)[]).filter((event) => event !== TEST_EVENT);
const EXAMPLES = {
  standard: 'https://example.com/hooks/opsflow',
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=…',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/…',
} as const;

/** The fields of an endpoint; those of a robot where it is one. */
export function WebhookFields({ row }: { readonly row: Webhook | null }) {
  const { say, pick } = useLanguage();
  const form = Form.useFormInstance<WebhookValues>();
  const chosen = Form.useWatch('format', form) as WebhookValues['format'] | undefined;
  const format = chosen ?? row?.format ?? 'standard';
  const { data: processes } = useQuery(processesQuery(useApi()));
  const needed = (label: string) => ({ required: true, message: say('form.needed', { label }) });
  return (
    <>
      <Form.Item name="name" label={say('webhook.name')} rules={[{ ...needed(say('webhook.name')), whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      {!row && (
        <Form.Item name="format" label={say('webhook.format')}>
          <Select options={WEBHOOK_FORMATS.map((one) => ({ value: one, label: pick(FORMAT_TITLES[one]) }))} />
        </Form.Item>
      )}
      <Form.Item
        name="url"
        label={say('webhook.url')}
        extra={row ? say('webhook.urlKept', { url: row.url }) : undefined}
        rules={row ? [] : [needed(say('webhook.url'))]}
      >
        <Input inputMode="url" autoComplete="off" placeholder={EXAMPLES[format]} maxLength={2_000} />
      </Form.Item>
      {!row && (format === 'dingtalk' || format === 'feishu') && (
        <Form.Item name="secret" label={say(`webhook.secret.${format}`)}>
          <Input.Password autoComplete="off" maxLength={200} />
        </Form.Item>
      )}
      <Form.Item
        name="events"
        label={say('webhook.events')}
        rules={[needed(say('webhook.events'))]}
        extra={
          <Button type="link" size="small" onClick={() => form.setFieldValue('events', EVENTS)}>
            {say('webhook.eventsAll')}
          </Button>
        }
      >
        <Select
          mode="multiple"
          allowClear
          maxTagCount={8}
          showSearch={{ optionFilterProp: 'label' }}
          options={EVENTS.map((one) => ({ value: one, label: pick(EVENT_TITLES[one]) }))}
        />
      </Form.Item>
      <Form.Item name="processes" label={say('webhook.processes')}>
        <Select
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={processes?.items.map(({ type, title }) => ({ value: type, label: pick(title) })) ?? []}
        />
      </Form.Item>
      <Form.Item name="customers" label={say('webhook.customers')}>
        <ReferencesField kind="customer" most={200} />
      </Form.Item>
      {format !== 'standard' && (
        <Form.Item name="language" label={say('webhook.language')}>
          <Select options={(['zh', 'en'] as const).map((one) => ({ value: one, label: say(`language.${one}`) }))} />
        </Form.Item>
      )}
    </>
  );
}
