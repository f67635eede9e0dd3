import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { EDITORS } from '../../../models/contracts/editors';
import { holdsAny, useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';
import type { EditedKind } from './kinds';
import { RecordForm } from './record-form';

interface Props {
  readonly kind: EditedKind;
  readonly row: { readonly id: string; readonly version: number };
}

/** Changes a record, for those who may. */
export function EditButton({ kind, row }: Props) {
  const { say } = useLanguage();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!holdsAny(me, EDITORS[kind])) return null;
  return (
    <>
      <Button icon={<EditOutlined />} onClick={() => setOpen(true)}>
        {say('action.edit')}
      </Button>
      {isOpen && <RecordForm kind={kind} row={row} close={() => setOpen(false)} />}
    </>
  );
}
