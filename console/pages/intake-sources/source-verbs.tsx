import { Button, Flex } from 'antd';
import { useState } from 'react';
import type { IntakeSource } from '../../api/types';
import { useApi } from '../../api/use-api';
import { ConnectionVerbs } from '../../parts/connection-verbs';
import { FormDialog } from '../../parts/form-dialog';
import { useLanguage } from '../../words/use-language';
import { bodyOf, fieldsOf, valuesOf } from './fields';
import { RotateSource } from './rotate-source';

/** What an administrator does with a source. */
export function SourceVerbs({ row }: { readonly row: IntakeSource }) {
  const client = useApi();
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { version } = row;
  const path = `/intake-sources/${encodeURIComponent(row.id)}`;
  return (
    <Flex gap={8} wrap>
      <Button onClick={() => setOpen(true)}>{say('action.edit')}</Button>
      <RotateSource row={row} />
      <ConnectionVerbs
        row={row}
        list="/intake-sources"
        asks={{ disable: 'source.disableAsk', remove: 'source.deleteAsk' }}
      />
      {isOpen && (
        <FormDialog
          title={row.name}
          fields={fieldsOf(row)}
          first={valuesOf(row)}
          send={async (values) => await client.send('PATCH', path, { body: bodyOf(values), version })}
          close={() => setOpen(false)}
        />
      )}
    </Flex>
  );
}
