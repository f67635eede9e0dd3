import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { FieldItem } from '../../form/field-item';
import { placedFaults } from '../../form/faults';
import { addressOfFound } from '../../parts/found';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import { EDITED, type EditedKind } from './kinds';

interface Row {
  readonly id: string;
  readonly version: number;
}

interface Props {
  readonly kind: EditedKind;
  /** The record to change; null to add one. */
  readonly row: Row | null;
  readonly close: () => void;
}

/** Adds a record, or changes one unless somebody else has done so since it was read. */
export function RecordForm({ kind, row, close }: Props) {
  const client = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Readonly<Record<string, unknown>>>();
  const { added, fields, fixed, bodyOf, valuesOf } = EDITED[kind];
  const shown = row ? fields : [...fixed, ...fields];
  const saving = useSubmission(
    async (values: Readonly<Record<string, unknown>>, key) => {
      const body = bodyOf(values);
      if (!row) return await client.post<Row>(`/${kind}`, body, key);
      return await client.send<Row>('PATCH', `/${kind}/${encodeURIComponent(row.id)}`, { body, version: row.version });
    },
    {
      done: ({ id }) => {
        void message.success(say('saved.done'));
        close();
        void queries.invalidateQueries();
        if (!row) void navigate(addressOfFound({ kind: kind === 'users' ? 'people' : kind, id }));
      },
      failed: (error) =>
        form.setFields(placedFaults(error).map(({ path, words }) => ({ name: [...path], errors: [words] }))),
    },
  );
  const record: Readonly<Record<string, unknown>> = { ...row };
  const values = valuesOf ? valuesOf(record) : record;
  const first = Object.fromEntries(shown.map(({ name }) => [name, values[name] ?? undefined]));
  return (
    <Modal
      open
      title={row ? say('action.edit') : say(added)}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={saving.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={first}
        scrollToFirstError
        // With what has no field of its own, such as a contact's mark.
        onFinish={() => saving.submit(form.getFieldsValue(true) as Readonly<Record<string, unknown>>)}
      >
        {shown.map((of) => (
          <FieldItem key={of.name} of={of} path={[of.name]} />
        ))}
        {saving.error && <Alert role="alert" type="error" showIcon title={whyOf(saving.error, language)} />}
      </Form>
    </Modal>
  );
}
