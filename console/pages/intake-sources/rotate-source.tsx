import { Button } from 'antd';
import { useState } from 'react';
import type { IntakeSource, IntakeSourceWithSecret } from '../../api/types';
import { useApi } from '../../api/use-api';
import type { FormField } from '../../form/schema';
import { FormDialog } from '../../parts/form-dialog';
import { WORDS } from '../../words';
import { useLanguage } from '../../words/use-language';
import { ShownOnce } from './shown-once';

const KEEP_OLD: FormField = {
  name: 'keepOldForHours',
  field: { kind: 'number', label: WORDS['source.keepOld'], optional: false },
  ...{ limits: { minimum: 0, maximum: 168 }, columns: [] },
};

/** Gives a source another secret, shown once; the one before is taken for as long as is said. */
export function RotateSource({ row }: { readonly row: IntakeSource }) {
  const client = useApi();
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [rotated, setRotated] = useState<IntakeSourceWithSecret | null>(null);
  const path = `/intake-sources/${encodeURIComponent(row.id)}/rotate`;
  const verb = say(`source.rotate.${row.kind}`);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{verb}</Button>
      {isOpen && (
        <FormDialog<IntakeSourceWithSecret>
          title={verb}
          fields={[KEEP_OLD]}
          first={{ keepOldForHours: 0 }}
          send={async (body, key) => await client.send('POST', path, { body, key, version: row.version })}
          done={setRotated}
          close={() => setOpen(false)}
        />
      )}
      {rotated && <ShownOnce answer={rotated} close={() => setRotated(null)} />}
    </>
  );
}
