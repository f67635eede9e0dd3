import { Button, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { useApi } from '../api/use-api';
import { useLanguage } from '../words/use-language';
import { useDoing } from './use-doing';

interface Props {
  readonly row: { readonly id: string; readonly version: number; readonly isEnabled: boolean };
  /** Where its list is, in the console and in the API. */
  readonly list: '/intake-sources' | '/webhooks';
  readonly words: 'source' | 'webhook';
}

/** Switches a connection to another system off and on, and deletes it. */
export function ConnectionVerbs({ row: { id, version, isEnabled }, list, words }: Props) {
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
          title={say(`${words}.disableAsk`)}
          okText={say(`${words}.disable`)}
          cancelText={say('action.back')}
          onConfirm={() => void enable(false)}
        >
          <Button>{say(`${words}.disable`)}</Button>
        </Popconfirm>
      ) : (
        <Button type="primary" onClick={() => void enable(true)}>
          {say(`${words}.enable`)}
        </Button>
      )}
      <Popconfirm
        title={say(`${words}.deleteAsk`)}
        okText={say(`${words}.delete`)}
        cancelText={say('action.back')}
        onConfirm={() => void remove()}
      >
        <Button danger className="apart">
          {say(`${words}.delete`)}
        </Button>
      </Popconfirm>
    </>
  );
}
