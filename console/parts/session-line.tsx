import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownInstant } from '../../models/contracts/time';
import type { Session } from '../api/types';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';

/** One sign-in: with what, from where, when it was last used; and what can be done about it unless it is this very one. */
export function SessionLine({ session, verb }: { readonly session: Session; readonly verb?: ReactNode }) {
  const { say, language } = useLanguage();
  const { agent, address, lastSeenAt, isThis } = session;
  return (
    <li className="card-line">
      <span>{agent}</span>
      <span className="quiet">
        {address} · {say('me.lastSeen', { at: shownInstant(lastSeenAt, settings().timeZone, language) })}
      </span>
      {isThis ? <Tag color="processing">{say('me.thisOne')}</Tag> : verb}
    </li>
  );
}
