import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal, Select } from 'antd';
import type { Duty, Roster } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { placedFaults } from '../../form/faults';
import { FieldItem } from '../../form/field-item';
import type { FormField, ShownField } from '../../form/schema';
import { whyOf } from '../../parts/why';
import { useMe } from '../../session/use-me';
import { WORDS, type WordKey } from '../../words';
import { useLanguage } from '../../words/use-language';

const KINDS = ['instead', 'besides', 'swap'] as const;
type Kind = (typeof KINDS)[number];

interface Values {
  readonly kind?: Kind;
  readonly from: string;
  readonly to: string;
  readonly insteadOf?: string;
  readonly personId?: string;
  readonly inReturn?: { readonly from: string; readonly to: string };
  readonly reason?: string;
}

const field = (name: string, key: WordKey, kind: ShownField['kind'], more: Partial<ShownField> = {}): FormField => ({
  ...{ name, field: { kind, label: WORDS[key], optional: false, ...more }, columns: [] },
  limits: kind === 'text' ? { maxLength: 200 } : {},
});
const KIND = field('kind', 'roster.kind', 'choice', {
  options: KINDS.map((value) => ({ value, label: WORDS[`roster.kind.${value}`] })),
});
const FROM = field('from', 'absence.from', 'instant');
const TO = field('to', 'absence.to', 'instant');
const RETURN_FROM = field('from', 'roster.returnFrom', 'instant');
const RETURN_TO = field('to', 'roster.returnTo', 'instant');
const REASON = field('reason', 'roster.reason', 'text');

interface Props {
  readonly roster: Roster;
  /** The stretch that is changed. */
  readonly duty: Duty;
  readonly close: () => void;
}

/** Has somebody else on duty for a stretch: in another's place, besides them, or as a swap; who is no manager hands over their own. */
export function ChangeForm({ roster, duty, close }: Props) {
  const client = useApi();
  const queries = useQueryClient();
  const me = useMe();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Values>();
  // Before the form is there, nothing is chosen.
  const kind = Form.useWatch<Kind | undefined>('kind', form) ?? 'instead';
  const { edit } = roster.may;
  const saving = useSubmission(
    async (values: Values, key) =>
      await client.post(`/teams/${encodeURIComponent(roster.team.id)}/duty-changes`, bodyOf(values, edit, me.id), key),
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
  const person = (name: 'personId' | 'insteadOf', key: WordKey) => (
    <Form.Item
      name={name}
      label={say(key)}
      rules={[{ required: true, message: say('form.needed', { label: say(key) }) }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={roster.people
          .filter(({ isMember, id }) => isMember || id === duty.people[0]?.id)
          .map(({ id, name: label }) => ({ value: id, label }))}
      />
    </Form.Item>
  );
  const planned = duty.people.find(({ by }) => by !== 'manager');
  const insteadOf = edit ? (planned?.forWhom?.id ?? planned?.id) : me.id;
  return (
    <Modal
      open
      title={say(edit ? 'roster.change' : 'roster.handOver')}
      okText={say('action.save')}
      cancelText={say('action.back')}
      confirmLoading={saving.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'instead', from: duty.from, to: duty.to, insteadOf }}
        onFinish={saving.submit}
      >
        {edit && <FieldItem of={KIND} path={['kind']} />}
        <FieldItem of={FROM} path={['from']} />
        <FieldItem of={TO} path={['to']} />
        {edit && kind !== 'besides' && person('insteadOf', 'roster.insteadOf')}
        {person('personId', 'roster.person')}
        {kind === 'swap' && (
          <>
            <FieldItem of={RETURN_FROM} path={['inReturn', 'from']} />
            <FieldItem of={RETURN_TO} path={['inReturn', 'to']} />
          </>
        )}
        <FieldItem of={REASON} path={['reason']} />
        {saving.error && <Alert role="alert" type="error" showIcon title={whyOf(saving.error, language)} />}
      </Form>
    </Modal>
  );
}

function bodyOf({ kind = 'instead', insteadOf, inReturn, ...rest }: Values, mayEdit: boolean, me: string) {
  const whose = kind === 'besides' ? null : mayEdit ? (insteadOf ?? null) : me;
  const { from, to, personId, reason } = rest;
  return { from, to, personId, reason, insteadOf: whose, ...(kind === 'swap' && { inReturn }) };
}
