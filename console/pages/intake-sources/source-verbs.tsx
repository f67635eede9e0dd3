import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { IntakeSource } from '../../api/types';
import { useApi } from '../../api/use-api';
import { FormDialog } from '../../parts/form-dialog';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import { bodyOf, fieldsOf, valuesOf } from './fields';
import { RotateSource } from './rotate-source';

/** What an administrator does with a source. */
export function SourceVerbs({ row }: { readonly row: IntakeSource }) {
  const client = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { version } = row;
  const path = `/intake-sources/${encodeURIComponent(row.id)}`;
  const does = async (what: () => Promise<unknown>, done: () => void = () => undefined) => {
    try {
      await what();
      done();
    } catch (error) {
      void message.error(whyOf(error, language));
    }
    await queries.invalidateQueries();
  };
  const enable = async (isEnabled: boolean) =>
    await does(() => client.send('PATCH', path, { body: { isEnabled }, version }));
  const remove = async () =>
    await does(
      () => client.send('DELETE', path, { version }),
      () => void navigate('/intake-sources'),
    );
  return (
    <Flex gap={8} wrap>
      <Button onClick={() => setOpen(true)}>{say('action.edit')}</Button>
      <RotateSource row={row} />
      {row.isEnabled ? (
        <Popconfirm
          title={say('source.disableAsk')}
          okText={say('source.disable')}
          cancelText={say('action.back')}
          onConfirm={() => void enable(false)}
        >
          <Button>{say('source.disable')}</Button>
        </Popconfirm>
      ) : (
        <Button type="primary" onClick={() => void enable(true)}>
          {say('source.enable')}
        </Button>
      )}
      <Popconfirm
        title={say('source.deleteAsk')}
        okText={say('source.delete')}
        cancelText={say('action.back')}
        onConfirm={() => void remove()}
      >
        <Button danger className="apart">
          {say('source.delete')}
        </Button>
      </Popconfirm>
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
