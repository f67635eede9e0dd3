import type { IntakeSourceWithSecret } from '../../api/types';
import { SecretDialog } from '../../parts/secret-dialog';
import { useLanguage } from '../../words/use-language';

interface Props {
  readonly answer: IntakeSourceWithSecret;
  readonly close: () => void;
}

/** The token of a monitoring system, or the address of a public form, the one time that they are told. */
export function ShownOnce({ answer: { kind, secret, address }, close }: Props) {
  const { say } = useLanguage();
  const shown = address ?? secret;
  if (shown === null) return null;
  return (
    <SecretDialog
      title={say(`source.secretTitle.${kind}`)}
      warning={say(`source.secretOnce.${kind}`)}
      secret={shown}
      close={close}
    />
  );
}
