import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal } from 'antd';
import type { Absence } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { placedFaults } from '../../form/faults';
import { FieldItem } from '../../form/field-item';
import type { FormField, ShownField } from '../../form/schema';
import { useNow } from '../../parts/use-now';
import { whyOf } from '../../parts/why';
import { useMe } from '../../session/use-me';
import { WORDS, type WordKey } from '../../words';
import { useLanguage } from '../../words/use-language';

type Values = Readonly<Record<'personId' | 'substituteId' | 'from' | 'to' | 'reason', string>>;

const field = (name: keyof Values, key: WordKey, kind: ShownField['kind'], maxLength?: number): FormField => ({
  ...{ name, field: { kind, label: WORDS[key], optional: false }, columns: [] },
  limits: maxLength === undefined ? {} : { maxLength },
});
const PERSON = field('personId', 'absence.person', 'person');
const FROM = field('from', 'absence.from', 'instant');
const OTHERS = [
  field('to', 'absence.to', 'instant'),
  field('substituteId', 'absence.substitute', 'person'),
  field('reason', 'absence.reason', 'text', 200),
];

/** Enters an absence, or changes one; whose it is and when it began stay as they are. */
export function AbsenceForm({ row, close }: { readonly row: Absence | null; readonly close: () => void }) {
  const client = useApi();
  const queries = useQueryClient();
  const me = useMe();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Values>();
  const now = useNow();
  const hasBegun = row !== null && Date.parse(row.from) <= now;
  const fields = [...(row ? [] : [PERSON]), ...(hasBegun ? [] : [FROM]), ...OTHERS];
  const saving = useSubmission(
    async (values: Values, key) => {
      if (!row) return await client.post<Absence>('/absences', values, key);
      const path = `/absences/${encodeURIComponent(row.id)}`;
      return await client.send<Absence>('PATCH', path, { body: values, version: row.version });
    },
    {
      done: () => {
        void message.success(say('saved.done'));
        close();
        void queries.invalidateQueries();
      },
      failed: (error) =>
        form.setFields(placedFaults(error).map(({ path, words }) => ({ name: [...path] as ['to'], errors: [words] }))),
    },
  );
  const first: Partial<Values> = row ?? { personId: me.id };
  return (
    <Modal
      open
      title={say(row ? 'absence.change' : 'absences.add')}
      okText={say('action.save')}
      cancelText={say('action.back')}
      confirmLoading={saving.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={Object.fromEntries(fields.map(({ name }) => [name, first[name as keyof Values]]))}
        onFinish={saving.submit}
      >
        {fields.map((of) => (
          <FieldItem key={of.name} of={of} path={[of.name]} />
        ))}
        {saving.error && <Alert role="alert" type="error" showIcon title={whyOf(saving.error, language)} />}
      </Form>
    </Modal>
  );
}
