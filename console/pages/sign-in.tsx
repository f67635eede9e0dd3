import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { SignedIn } from '../api/types';
import { useApi } from '../api/use-api';
import { useSubmission } from '../api/use-submission';
import { LanguageSwitch } from '../parts/language-switch';
import { whyOf } from '../parts/why';
import { placeAfterSignIn } from '../session/after-sign-in';
import { remember } from '../start/remembered';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { DemoPeople } from './sign-in/demo-people';
import { useTitle } from '../parts/use-title';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Signing in; in a demonstration by picking a colleague. */
export function SignIn() {
  const client = useApi();
  const queries = useQueryClient();
  const { say, language } = useLanguage();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [form] = Form.useForm<Credentials>();
  useTitle(say('signIn.title'));
  const signIn = useSubmission(
    async (body: Credentials) => await client.send<SignedIn>('POST', '/sessions', { body: { ...body, as: 'cookie' } }),
    {
      done: ({ csrfToken }) => {
        queries.clear();
        client.useCsrfToken(csrfToken);
        remember('signed-in', 'true');
        void navigate(placeAfterSignIn(params.get('to')), { replace: true });
      },
    },
  );
  const needed = (field: 'signIn.username' | 'signIn.password') => [
    { required: true, message: say('signIn.needed', { field: say(field) }) },
  ];
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <Card>
          <Flex justify="space-between" align="center">
            <img src="/icon.svg" alt="" width={40} height={40} />
            <LanguageSwitch chosen={(next) => remember('language-of-sign-in', next)} />
          </Flex>
          <Typography.Title level={1} style={{ fontSize: 24 }}>
            {say('product.name')}
          </Typography.Title>
          <p className="quiet">
            {settings().companyName}
            <br />
            {say('signIn.slogan')}
          </p>
          {params.has('expired') && <Alert type="info" showIcon title={say('signIn.expired')} />}
          {!params.has('expired') && params.has('to') && params.get('to') !== '/' && (
            <Alert type="info" showIcon title={say('signIn.goesOn')} />
          )}
          <Form form={form} layout="vertical" requiredMark={false} onFinish={signIn.submit}>
            <Form.Item name="username" label={say('signIn.username')} rules={needed('signIn.username')}>
              <Input autoComplete="username" autoCapitalize="none" autoFocus />
            </Form.Item>
            <Form.Item name="password" label={say('signIn.password')} rules={needed('signIn.password')}>
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            {signIn.error && <Alert type="error" showIcon role="alert" title={whyOf(signIn.error, language)} />}
            <Button type="primary" htmlType="submit" block size="large" loading={signIn.isUnderWay}>
              {say('signIn.submit')}
            </Button>
          </Form>
        </Card>
        {settings().isDemo && (
          <DemoPeople
            onPick={(username, password) => {
              form.setFieldsValue({ username, password: password ?? '' });
              if (password !== null) signIn.submit({ username, password });
            }}
          />
        )}
      </div>
    </main>
  );
}
