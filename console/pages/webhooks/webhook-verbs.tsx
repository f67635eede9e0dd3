import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../../api/key';
import type { Webhook } from '../../api/types';
import { useApi } from '../../api/use-api';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import { RotateSecret } from './rotate-secret';
import { WebhookForm } from './webhook-form';

/** What an administrator does with an endpoint. */
export function WebhookVerbs({ row }: { readonly row: Webhook }) {
  const client = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const path = `/webhooks/${encodeURIComponent(row.id)}`;
  const does = async (what: () => Promise<unknown>, done: () => void = () => undefined) => {
    try {
      await what();
      done();
    } catch (error) {
      void message.error(whyOf(error, language));
    }
    await queries.invalidateQueries();
  };
  const enable = async (isEnabled: boolean) =>
    await does(() => client.send('PATCH', path, { body: { isEnabled }, version: row.version }));
  const test = async () =>
    await does(
      () => client.post(`${path}/test`, {}, newKey()),
      () => void message.success(say('webhook.testSent')),
    );
  const remove = async () =>
    await does(
      () => client.send('DELETE', path, { version: row.version }),
      () => void navigate('/webhooks'),
    );
  return (
    <Flex gap={8} wrap>
      {row.isEnabled && <Button onClick={() => void test()}>{say('webhook.test')}</Button>}
      <Button onClick={() => setOpen(true)}>{say('action.edit')}</Button>
      {row.format !== 'wecom' && <RotateSecret row={row} />}
      {row.isEnabled ? (
        <Popconfirm
          title={say('webhook.disableAsk')}
          okText={say('webhook.disable')}
          cancelText={say('action.back')}
          onConfirm={() => void enable(false)}
        >
          <Button>{say('webhook.disable')}</Button>
        </Popconfirm>
      ) : (
        <Button type="primary" onClick={() => void enable(true)}>
          {say('webhook.enable')}
        </Button>
      )}
      <Popconfirm
        title={say('webhook.deleteAsk')}
        okText={say('webhook.delete')}
        cancelText={say('action.back')}
        onConfirm={() => void remove()}
      >
        <Button danger className="apart">
          {say('webhook.delete')}
        </Button>
      </Popconfirm>
      {isOpen && <WebhookForm row={row} close={() => setOpen(false)} />}
    </Flex>
  );
}
