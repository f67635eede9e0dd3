import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal } from 'antd';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import type { Webhook, WebhookWithSecret } from '../../api/types';
import { placedFaults } from '../../form/faults';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import { WebhookFields, type WebhookValues } from './webhook-fields';

interface Props {
  readonly row: Webhook | null;
  readonly close: () => void;
  readonly done?: (answer: WebhookWithSecret) => void;
}

const NEW: Partial<WebhookValues> = { format: 'standard', processes: [], customers: [], language: 'zh' };

/** Adds an endpoint, or changes one; its kind stays, its secret is replaced elsewhere. */
export function WebhookForm({ row, close, done }: Props) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<WebhookValues>();
  const saving = useSubmission(
    async (values: WebhookValues, key) => {
      if (!row) return await client.post<WebhookWithSecret>('/webhooks', bodyOfNew(values), key);
      const path = `/webhooks/${encodeURIComponent(row.id)}`;
      return await client.send<WebhookWithSecret>('PATCH', path, { body: bodyOfChange(values), version: row.version });
    },
    {
      done: (answer) => {
        void message.success(say('saved.done'));
        close();
        void queries.invalidateQueries();
        done?.(answer);
      },
      failed: (error) =>
        form.setFields(
          placedFaults(error).map(({ path, words }) => ({ name: [path[0] ?? ''] as ['url'], errors: [words] })),
        ),
    },
  );
  return (
    <Modal
      open
      title={row ? row.name : say('webhooks.add')}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={saving.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<WebhookValues>
        form={form}
        layout="vertical"
        initialValues={row ? { ...row, url: '' } : NEW}
        scrollToFirstError
        onFinish={() => saving.submit(form.getFieldsValue(true) as WebhookValues)}
      >
        <WebhookFields row={row} />
        {saving.error && <Alert role="alert" type="error" showIcon title={whyOf(saving.error, language)} />}
      </Form>
    </Modal>
  );
}

function bodyOfNew({ name, format, url, secret, events, processes, customers, language }: WebhookValues) {
  const hasSecret = format !== 'standard' && format !== 'wecom' && secret;
  const filters = { events, processes, customers };
  return { name, format, url: url.trim(), ...filters, language, ...(hasSecret && { secret: secret.trim() }) };
}

/** An address that was left empty stays as it is. */
function bodyOfChange({ name, url, events, processes, customers, language }: WebhookValues) {
  return { name, events, processes, customers, language, ...(url.trim() !== '' && { url: url.trim() }) };
}
