import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { copiesQuery } from '../../api/queries';
import type { Case, Copy } from '../../api/types';
import { useApi } from '../../api/use-api';
import type { FormField } from '../../form/schema';
import { FormDialog } from '../../parts/form-dialog';
import { Instant } from '../../parts/instant';
import { isStaff, useMe } from '../../session/use-me';
import { WORDS } from '../../words';
import { useLanguage } from '../../words/use-language';

const MOST = 20;
const LONGEST = 500;

/** To whom a case was copied and whether they have read it, and a button to copy it to more; for the company's own people. */
export function CopiesCard({ row }: { readonly row: Case }) {
  const { say } = useLanguage();
  const isOurs = isStaff(useMe());
  const { data } = useQuery({ ...copiesQuery(useApi(), row.id), enabled: isOurs });
  const [isOpen, setOpen] = useState(false);
  if (!data) return null;
  return (
    <Card
      title={say('copies.ofCase')}
      extra={
        <Button size="small" onClick={() => setOpen(true)}>
          {say('copy.send')}
        </Button>
      }
    >
      {data.items.length === 0 && <span className="quiet">{say('word.none')}</span>}
      <ul className="cards" aria-label={say('copies.ofCase')}>
        {data.items.map((copy) => (
          <li key={copy.id}>
            <OneCopy copy={copy} />
          </li>
        ))}
      </ul>
      {isOpen && <CopyForm row={row} close={() => setOpen(false)} />}
    </Card>
  );
}

function OneCopy({ copy: { to, by, at, readAt, note } }: { readonly copy: Copy }) {
  const { say } = useLanguage();
  return (
    <>
      <div className="card-line">
        <strong>{to.name}</strong>
        <ReadTag readAt={readAt} />
        <span className="quiet">
          {by.name} <Instant at={readAt ?? at} />
        </span>
      </div>
      {note !== '' && (
        <blockquote className="lines said" aria-label={say('copy.note')}>
          {note}
        </blockquote>
      )}
    </>
  );
}

/** Whether a copy has been read. */
export function ReadTag({ readAt }: Pick<Copy, 'readAt'>) {
  const { say } = useLanguage();
  return (
    <Tag color={readAt === null ? 'warning' : 'success'}>{say(readAt === null ? 'copy.isUnread' : 'copy.isRead')}</Tag>
  );
}

const FIELDS: readonly FormField[] = [
  {
    ...{ name: 'to', limits: { maxItems: MOST }, columns: [] },
    field: { kind: 'people', label: WORDS['copy.to'], optional: false },
  },
  {
    ...{ name: 'message', limits: { maxLength: LONGEST }, columns: [] },
    field: { kind: 'text', label: WORDS['copy.message'], optional: true, multiline: true },
  },
];

function CopyForm({ row, close }: { readonly row: Case; readonly close: () => void }) {
  const client = useApi();
  const { say } = useLanguage();
  return (
    <FormDialog
      title={say('copy.send')}
      fields={FIELDS}
      first={{}}
      send={async (values, key) => await client.post(`/cases/${encodeURIComponent(row.id)}/copies`, values, key)}
      close={close}
    />
  );
}
