import { PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Absence } from '../../api/types';
import { useApi } from '../../api/use-api';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import { AbsenceForm } from './absence-form';

/** Enters an absence: one's own, unless another person is named. */
export function AddAbsence() {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {say('absences.add')}
      </Button>
      {isOpen && <AbsenceForm row={null} close={() => setOpen(false)} />}
    </>
  );
}

/** Changes or cancels an absence, where the API says that this person may. */
export function AbsenceVerbs({ row }: { readonly row: Absence }) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  if (!row.may.change) return null;
  const cancel = async () => {
    try {
      const body = { isCancelled: true };
      await client.send('PATCH', `/absences/${encodeURIComponent(row.id)}`, { body, version: row.version });
    } catch (error) {
      void message.error(whyOf(error, language));
    }
    await queries.invalidateQueries();
  };
  return (
    <Flex gap={8}>
      <Button size="small" onClick={() => setOpen(true)}>
        {say('absence.change')}
      </Button>
      <Popconfirm
        title={say('absence.cancelAsk')}
        okText={say('absence.cancel')}
        cancelText={say('action.back')}
        onConfirm={() => void cancel()}
      >
        <Button size="small" danger>
          {say('absence.cancel')}
        </Button>
      </Popconfirm>
      {isOpen && <AbsenceForm row={row} close={() => setOpen(false)} />}
    </Flex>
  );
}
