import { Button, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { useApi } from '../api/use-api';
import type { WordKey } from '../words';
import { useLanguage } from '../words/use-language';
import { useDoing } from './use-doing';

interface Props {
  readonly row: { readonly id: string; readonly version: number; readonly isEnabled: boolean };
  /** Where its list is, in the console and in the API. */
  readonly list: '/intake-sources' | '/webhooks';
  /** What is asked before it is switched off, and before it is deleted. */
  readonly asks: Readonly<Record<'disable' | 'remove', WordKey>>;
}

/** Switches a connection to another system off and on, and deletes it. */
export function ConnectionVerbs({ row: { id, version, isEnabled }, list, asks }: Props) {
  const client = useApi();
  const navigate = useNavigate();
  const does = useDoing();
  const { say } = useLanguage();
  const path = `${list}/${encodeURIComponent(id)}`;
  const enable = async (on: boolean) =>
    await does(() => client.send('PATCH', path, { body: { isEnabled: on }, version }));
  const remove = async () =>
    await does(
      () => client.send('DELETE', path, { version }),
      () => void navigate(list),
    );
  return (
    <>
      {isEnabled ? (
        <Popconfirm
          title={say(asks.disable)}
          okText={say('connection.disable')}
          cancelText={say('action.back')}
          onConfirm={() => void enable(false)}
        >
          <Button>{say('connection.disable')}</Button>
        </Popconfirm>
      ) : (
        <Button type="primary" onClick={() => void enable(true)}>
          {say('connection.enable')}
        </Button>
      )}
      <Popconfirm
        title={say(asks.remove)}
        okText={say('connection.delete')}
        cancelText={say('action.back')}
        onConfirm={() => void remove()}
      >
        <Button danger className="apart">
          {say('connection.delete')}
        </Button>
      </Popconfirm>
    </>
  );
}
