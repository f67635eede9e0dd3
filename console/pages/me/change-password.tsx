import { Alert, App, Button, Card, Form, Input } from 'antd';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { placedFaults } from '../../form/faults';
import { whyOf } from '../../parts/why';
import { useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';

interface Passwords {
  readonly current: string;
  readonly next: string;
}

const SHORTEST = 10;

/** A change of one's own password; all other sign-ins end with it. */
export function ChangePassword() {
  const client = useApi();
  const me = useMe();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Passwords>();
  const changing = useSubmission(async (body: Passwords, key) => await client.post('/me/password', body, key), {
    done: () => {
      form.resetFields();
      void message.success(say('me.passwordChanged'));
    },
    failed: (error) =>
      form.setFields(placedFaults(error).map(({ path, words }) => ({ name: [...path] as ['next'], errors: [words] }))),
  });
  const needed = (label: string) => ({ required: true, message: say('form.needed', { label }) });
  return (
    <Card title={say('me.password')}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={changing.submit}>
        <input hidden readOnly autoComplete="username" value={me.username} />
        <Form.Item name="current" label={say('me.passwordNow')} rules={[needed(say('me.passwordNow'))]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={say('me.passwordNext')}
          rules={[needed(say('me.passwordNext')), { min: SHORTEST, message: say('me.passwordNext') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {changing.error && <Alert role="alert" type="error" showIcon title={whyOf(changing.error, language)} />}
        <Button type="primary" htmlType="submit" loading={changing.isUnderWay}>
          {say('me.password')}
        </Button>
      </Form>
    </Card>
  );
}
