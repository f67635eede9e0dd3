import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WebhookWithSecret } from '../../api/types';
import { SecretDialog } from '../../parts/secret-dialog';
import { useLanguage } from '../../words/use-language';
import { WebhookForm } from './webhook-form';

/** Adds an endpoint, shows its secret once, and goes to its page. */
export function AddWebhook() {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState<WebhookWithSecret | null>(null);
  const goTo = (id: string) => void navigate(`/webhooks/${encodeURIComponent(id)}`);
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {say('webhooks.add')}
      </Button>
      {isOpen && (
        <WebhookForm
          row={null}
          close={() => setOpen(false)}
          done={(answer) => (answer.secret === null ? goTo(answer.id) : setAdded(answer))}
        />
      )}
      {added?.secret && (
        <SecretDialog
          title={say('webhook.secretTitle')}
          warning={say('webhook.secretOnce')}
          secret={added.secret}
          close={() => goTo(added.id)}
        />
      )}
    </>
  );
}
