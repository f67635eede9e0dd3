import { EyeOutlined, RedoOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Modal, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { EVENT_TITLES } from '../../../models/contracts/webhook-formats';
import { shownInstant } from '../../../models/contracts/time';
import { newKey } from '../../api/key';
import { deliveryQuery } from '../../api/queries';
import type { Delivery, Webhook } from '../../api/types';
import { useApi } from '../../api/use-api';
import { Instant } from '../../parts/instant';
import { whyOf } from '../../parts/why';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';

interface Props {
  readonly webhook: Webhook;
  readonly delivery: Delivery;
}

const COLOURS: Readonly<Record<Delivery['state'], string>> = {
  queued: 'processing',
  sending: 'processing',
  sent: 'success',
  refused: 'error',
  unknown: 'warning',
};

/** One event on its way: each attempt with its answer; it can be looked into and sent again. */
export function DeliveryLine({ webhook, delivery }: Props) {
  const { say, pick, language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { event, caseId, seq, state, createdAt, attempts, nextAttemptAt } = delivery;
  // What arrived at once is told in one line; the answer is behind it.
  const isPlain = state === 'sent' && attempts.length === 1;
  return (
    <li className="delivery">
      <div className="card-line">
        <strong>{pick(EVENT_TITLES[event])}</strong>
        {caseId !== null && (
          <Link to={`/cases/${caseId}`}>
            {caseId} #{seq}
          </Link>
        )}
        <Tag color={COLOURS[state]}>{say(`delivery.state.${state}`)}</Tag>
        <span className="quiet">
          <Instant at={createdAt} />
        </span>
      </div>
      {!isPlain && <Attempts attempts={attempts} />}
      {nextAttemptAt !== null && attempts.length > 0 && (
        <div className="quiet">
          {say('delivery.next', { at: shownInstant(nextAttemptAt, settings().timeZone, language) })}
        </div>
      )}
      <Flex gap={4} className="delivery-verbs">
        <Button
          size="small"
          icon={<EyeOutlined aria-hidden />}
          title={say('delivery.body')}
          aria-label={say('delivery.body')}
          onClick={() => setOpen(true)}
        />
        {webhook.isEnabled && state !== 'sending' && <SendAgain webhook={webhook} delivery={delivery} />}
      </Flex>
      {isOpen && <WhatIsSent webhook={webhook} delivery={delivery} close={() => setOpen(false)} />}
    </li>
  );
}

function Attempts({ attempts }: Pick<Delivery, 'attempts'>) {
  const { say } = useLanguage();
  if (attempts.length === 0) return null;
  return (
    <ol className="attempts" aria-label={say('delivery.attempts')}>
      {attempts.map(({ startedAt, result, status, reply }) => (
        <li key={startedAt}>
          <Instant at={startedAt} /> {say(`delivery.result.${result ?? 'none'}`)} ·{' '}
          {status === null ? say('delivery.noStatus') : say('delivery.status', { status })}
          {reply !== '' && <div className="quiet code">{reply}</div>}
        </li>
      ))}
    </ol>
  );
}

function SendAgain({ webhook, delivery }: Props) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [isUnderWay, setUnderWay] = useState(false);
  const again = async () => {
    setUnderWay(true);
    const path = `/webhooks/${encodeURIComponent(webhook.id)}/deliveries/${encodeURIComponent(delivery.id)}/redeliver`;
    try {
      await client.post(path, {}, newKey());
      void message.success(say('delivery.againDone'));
    } catch (error) {
      void message.error(whyOf(error, language));
    }
    setUnderWay(false);
    await queries.invalidateQueries();
  };
  return (
    <Button
      size="small"
      icon={<RedoOutlined aria-hidden />}
      title={say('delivery.again')}
      aria-label={say('delivery.again')}
      loading={isUnderWay}
      onClick={() => void again()}
    />
  );
}

function WhatIsSent({ webhook, delivery, close }: Props & { readonly close: () => void }) {
  const { say, pick } = useLanguage();
  const { data } = useQuery(deliveryQuery(useApi(), webhook.id, delivery.id));
  return (
    <Modal open width={720} title={pick(EVENT_TITLES[delivery.event])} footer={null} onCancel={close}>
      <div className="quiet code">{delivery.id}</div>
      <Attempts attempts={delivery.attempts} />
      <pre className="sent" aria-label={say('delivery.body')} tabIndex={0}>
        {data ? JSON.stringify(data.body, null, 2) : ''}
      </pre>
    </Modal>
  );
}
