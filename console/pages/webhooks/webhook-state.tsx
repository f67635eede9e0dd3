import { Tag } from 'antd';
import { shownInstant } from '../../../models/contracts/time';
import type { Webhook } from '../../api/types';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';

/** Whether an endpoint is sent to, why not, and since when nothing gets through. */
export function WebhookState({ row: { disabledBecause, failingSince } }: { readonly row: Webhook }) {
  const { say, language } = useLanguage();
  if (disabledBecause !== null)
    return (
      <Tag color={disabledBecause === 'by-hand' ? 'default' : 'error'}>
        {say(`webhook.disabledBecause.${disabledBecause}`)}
      </Tag>
    );
  if (failingSince === null) return <Tag color="success">{say('webhook.enabled')}</Tag>;
  const at = shownInstant(failingSince, settings().timeZone, language);
  return <Tag color="warning">{say('webhook.failing', { at })}</Tag>;
}
