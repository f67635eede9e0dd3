import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal } from 'antd';
import { useSubmission } from '../api/use-submission';
import { placedFaults } from '../form/faults';
import { FieldItem } from '../form/field-item';
import type { FormField } from '../form/schema';
import { useLanguage } from '../words/use-language';
import { whyOf } from './why';

type Values = Readonly<Record<string, unknown>>;

interface Props<Answer> {
  readonly title: string;
  readonly fields: readonly FormField[];
  readonly first: Values;
  /** Sends what stands in the form, with what has no field of its own, such as a contact's mark. */
  readonly send: (values: Values, key: string) => Promise<Answer>;
  readonly done?: (answer: Answer) => void;
  readonly close: () => void;
}

/** A record to fill in, in a dialog: saved it closes and everything is read anew, refused it says where and why. */
export function FormDialog<Answer>({ title, fields, first, send, done, close }: Props<Answer>) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Values>();
  const saving = useSubmission(send, {
    done: (answer) => {
      void message.success(say('saved.done'));
      close();
      void queries.invalidateQueries();
      done?.(answer);
    },
    failed: (error) =>
      form.setFields(placedFaults(error).map(({ path, words }) => ({ name: [...path], errors: [words] }))),
  });
  return (
    <Modal
      open
      title={title}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={saving.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={Object.fromEntries(fields.map(({ name }) => [name, first[name] ?? undefined]))}
        scrollToFirstError
        onFinish={() => saving.submit(form.getFieldsValue(true) as Values)}
      >
        {fields.map((of) => (
          <FieldItem key={of.name} of={of} path={[of.name]} />
        ))}
        {saving.error && <Alert role="alert" type="error" showIcon title={whyOf(saving.error, language)} />}
      </Form>
    </Modal>
  );
}
