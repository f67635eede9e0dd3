import { Alert, Button, Modal } from 'antd';
import { useLanguage } from '../words/use-language';
import { Copyable } from './copyable';

interface Props {
  readonly title: string;
  /** What becomes of it if it is lost. */
  readonly warning: string;
  readonly secret: string;
  readonly close: () => void;
}

/** A secret, which nobody is shown again; it closes by its button alone. */
export function SecretDialog({ title, warning, secret, close }: Props) {
  const { say } = useLanguage();
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={close}>
          {say('secret.kept')}
        </Button>
      }
    >
      <div className="stack">
        <Alert type="warning" showIcon title={warning} />
        <Copyable text={secret} testId="secret" />
      </div>
    </Modal>
  );
}
