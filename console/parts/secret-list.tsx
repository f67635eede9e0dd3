import { shownInstant } from '../../models/contracts/time';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';

interface Props {
  readonly secrets: readonly { readonly createdAt: string; readonly expiresAt: string | null }[];
  /** Says until when an older one is good. */
  readonly until: 'source.secretUntil' | 'webhook.secretUntil';
}

/** The secrets that are good: when each was made, and until when the older ones are. */
export function SecretList({ secrets, until }: Props) {
  const { say, language } = useLanguage();
  const shown = (at: string) => shownInstant(at, settings().timeZone, language);
  return (
    <ul className="named">
      {secrets.map(({ createdAt, expiresAt }) => (
        <li key={createdAt}>
          {expiresAt === null
            ? say('secret.of', { at: shown(createdAt) })
            : say(until, { at: shown(createdAt), until: shown(expiresAt) })}
        </li>
      ))}
    </ul>
  );
}
