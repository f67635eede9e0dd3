import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Checkbox, Flex, Form, Input, Switch } from 'antd';
import { MUTABLE_MAILS } from '../../../models/contracts/mail-choices';
import type { MailKind } from '../../../models/contracts/record';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { placedFaults } from '../../form/faults';
import { whyOf } from '../../parts/why';
import { useMe } from '../../session/use-me';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';

interface Choices {
  /** The kinds that they want, which is what one ticks. */
  readonly wanted: readonly MailKind[];
  readonly isQuiet: boolean;
  readonly from: string;
  readonly to: string;
}

const NIGHT = { from: '22:00', to: '07:00' };

/** What a person chooses about their mails: which of those that one may do without, and when not to be disturbed. */
export function MailChoices() {
  const client = useApi();
  const queries = useQueryClient();
  const me = useMe();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Choices>();
  const isQuiet = (Form.useWatch('isQuiet', form) as boolean | undefined) ?? me.quietHours !== null;
  const saving = useSubmission(
    async ({ wanted, isQuiet: hasHours, from, to }: Choices) =>
      await client.send('PATCH', '/me', {
        // What was not changed here may have been changed in another tab.
        body: {
          ...(form.isFieldTouched('wanted') && {
            mutedMails: MUTABLE_MAILS.filter((kind) => !wanted.includes(kind)),
          }),
          ...(form.isFieldsTouched(['isQuiet', 'from', 'to']) && { quietHours: hasHours ? { from, to } : null }),
        },
      }),
    {
      done: () => {
        void message.success(say('saved.done'));
        form.setFields((['wanted', 'isQuiet', 'from', 'to'] as const).map((name) => ({ name, touched: false })));
        void queries.invalidateQueries();
      },
      failed: (error) =>
        form.setFields(
          placedFaults(error).map(({ path, words }) => ({ name: (path.at(-1) ?? '') as 'to', errors: [words] })),
        ),
    },
  );
  const hour = (name: 'from' | 'to') => (
    <Form.Item name={name} label={say(`mails.${name}`)} rules={[{ required: true }]}>
      <Input type="time" className="short-field" />
    </Form.Item>
  );
  return (
    <Card title={say('mails.title')}>
      <Form<Choices>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          wanted: MUTABLE_MAILS.filter((kind) => !me.mutedMails.includes(kind)),
          isQuiet: me.quietHours !== null,
          ...(me.quietHours ?? NIGHT),
        }}
        onFinish={() => saving.submit(form.getFieldsValue(true) as Choices)}
      >
        <Form.Item name="wanted" label={say('mails.kinds')} extra={say('mails.help')}>
          <Checkbox.Group
            className="mail-kinds"
            options={MUTABLE_MAILS.map((kind) => ({ value: kind, label: say(`mail.kind.${kind}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="isQuiet"
          label={say('mails.quiet')}
          valuePropName="checked"
          extra={say('mails.quietHelp', { zone: settings().timeZone })}
        >
          <Switch />
        </Form.Item>
        {isQuiet && (
          <Flex gap={16} wrap>
            {hour('from')}
            {hour('to')}
          </Flex>
        )}
        {saving.error && <Alert role="alert" type="error" showIcon title={whyOf(saving.error, language)} />}
        <Button type="primary" htmlType="submit" loading={saving.isUnderWay}>
          {say('action.save')}
        </Button>
      </Form>
    </Card>
  );
}
