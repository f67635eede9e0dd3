import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { newKey } from '../../api/key';
import type { Webhook } from '../../api/types';
import { useApi } from '../../api/use-api';
import { ConnectionVerbs } from '../../parts/connection-verbs';
import { useDoing } from '../../parts/use-doing';
import { useLanguage } from '../../words/use-language';
import { RotateSecret } from './rotate-secret';
import { WebhookForm } from './webhook-form';

/** What an administrator does with an endpoint. */
export function WebhookVerbs({ row }: { readonly row: Webhook }) {
  const client = useApi();
  const does = useDoing();
  const { message } = App.useApp();
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const test = async () =>
    await does(
      () => client.post(`/webhooks/${encodeURIComponent(row.id)}/test`, {}, newKey()),
      () => void message.success(say('webhook.testSent')),
    );
  return (
    <Flex gap={8} wrap>
      {row.isEnabled && <Button onClick={() => void test()}>{say('webhook.test')}</Button>}
      <Button onClick={() => setOpen(true)}>{say('action.edit')}</Button>
      {row.format !== 'wecom' && <RotateSecret row={row} />}
      <ConnectionVerbs
        row={row}
        list="/webhooks"
        asks={{ disable: 'webhook.disableAsk', remove: 'webhook.deleteAsk' }}
      />
      {isOpen && <WebhookForm row={row} close={() => setOpen(false)} />}
    </Flex>
  );
}
