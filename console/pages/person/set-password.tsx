import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Person } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { placedFaults } from '../../form/faults';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';

const SHORTEST = 10;

interface Values {
  readonly password: string;
}

/** Gives somebody a password; an administrator tells them, and all their sign-ins end. */
export function SetPassword({ person }: { readonly person: Person }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('admin.password')}</Button>
      {isOpen && <Dialog person={person} close={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Values>();
  const setting = useSubmission(
    async (body: Values) => await client.send('PUT', `/users/${encodeURIComponent(person.id)}/password`, { body }),
    {
      done: () => {
        void message.success(say('admin.passwordSet'));
        close();
        void queries.invalidateQueries();
      },
      failed: (error) =>
        form.setFields(placedFaults(error).map(({ words }) => ({ name: 'password' as const, errors: [words] }))),
    },
  );
  return (
    <Modal
      open
      title={say('admin.password')}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={setting.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p>{say('admin.passwordHelp', { name: person.name })}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={setting.submit}>
        <input hidden readOnly autoComplete="username" value={person.username} />
        <Form.Item
          name="password"
          label={say('me.passwordNext')}
          rules={[{ required: true, min: SHORTEST, message: say('me.passwordNext') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {setting.error && <Alert role="alert" type="error" showIcon title={whyOf(setting.error, language)} />}
      </Form>
    </Modal>
  );
}
