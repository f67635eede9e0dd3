import { Alert, Button, Modal, Typography } from 'antd';
import { useLanguage } from '../../words/use-language';

/** A secret, which nobody is shown again; it closes by its button alone. */
export function SecretDialog({ secret, close }: { readonly secret: string; readonly close: () => void }) {
  const { say } = useLanguage();
  return (
    <Modal
      open
      title={say('webhook.secretTitle')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={close}>
          {say('webhook.secretKept')}
        </Button>
      }
    >
      <div className="stack">
        <Alert type="warning" showIcon title={say('webhook.secretOnce')} />
        <Typography.Text code copyable={{ tooltips: [say('webhook.copy'), false] }} data-testid="secret">
          {secret}
        </Typography.Text>
      </div>
    </Modal>
  );
}
