import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { EDITORS } from '../../../models/contracts/editors';
import { holdsAny, useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';
import { EDITED, type EditedKind } from './kinds';
import { RecordForm } from './record-form';

/** Adds a record, for those who may. */
export function AddButton({ kind }: { readonly kind: EditedKind }) {
  const { say } = useLanguage();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!holdsAny(me, EDITORS[kind])) return null;
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {say(EDITED[kind].added)}
      </Button>
      {isOpen && <RecordForm kind={kind} row={null} close={() => setOpen(false)} />}
    </>
  );
}
