import { Button } from 'antd';
import { useState } from 'react';
import type { Webhook, WebhookWithSecret } from '../../api/types';
import { useApi } from '../../api/use-api';
import type { FormField } from '../../form/schema';
import { FormDialog } from '../../parts/form-dialog';
import { SecretDialog } from '../../parts/secret-dialog';
import { WORDS } from '../../words';
import { useLanguage } from '../../words/use-language';

const KEEP_OLD: FormField = {
  name: 'keepOldForHours',
  field: { kind: 'number', label: WORDS['webhook.keepOld'], optional: false },
  ...{ limits: { minimum: 0, maximum: 168 }, columns: [] },
};
const GIVEN: FormField = {
  name: 'secret',
  field: { kind: 'text', label: WORDS['webhook.newSecret'], optional: false },
  ...{ limits: { maxLength: 200 }, columns: [] },
};
const A_DAY_IN_HOURS = 24;

/** Gives an endpoint another secret: made and shown once, or, of a robot, the one of its settings. */
export function RotateSecret({ row }: { readonly row: Webhook }) {
  const client = useApi();
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const path = `/webhooks/${encodeURIComponent(row.id)}/rotate`;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('webhook.rotate')}</Button>
      {isOpen && (
        <FormDialog<WebhookWithSecret>
          title={say('webhook.rotate')}
          fields={[row.format === 'standard' ? KEEP_OLD : GIVEN]}
          first={{ keepOldForHours: A_DAY_IN_HOURS }}
          send={async (body, key) => await client.send('POST', path, { body, key, version: row.version })}
          done={(answer) => setSecret(answer.secret)}
          close={() => setOpen(false)}
        />
      )}
      {secret !== null && (
        <SecretDialog
          title={say('webhook.secretTitle')}
          warning={say('webhook.secretOnce')}
          secret={secret}
          close={() => setSecret(null)}
        />
      )}
    </>
  );
}
