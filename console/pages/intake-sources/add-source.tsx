import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { IntakeSourceWithSecret } from '../../api/types';
import { useApi } from '../../api/use-api';
import { FormDialog } from '../../parts/form-dialog';
import { useLanguage } from '../../words/use-language';
import { bodyOf, FIELDS_OF_NEW } from './fields';
import { ShownOnce } from './shown-once';

/** Adds a source, shows its secret or its address once, and goes to its page. */
export function AddSource() {
  const client = useApi();
  const navigate = useNavigate();
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState<IntakeSourceWithSecret | null>(null);
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {say('sources.add')}
      </Button>
      {isOpen && (
        <FormDialog<IntakeSourceWithSecret>
          title={say('sources.add')}
          fields={FIELDS_OF_NEW}
          first={{ kind: 'form' }}
          send={async (values, key) => await client.post('/intake-sources', bodyOf(values), key)}
          done={setAdded}
          close={() => setOpen(false)}
        />
      )}
      {added && (
        <ShownOnce answer={added} close={() => void navigate(`/intake-sources/${encodeURIComponent(added.id)}`)} />
      )}
    </>
  );
}
