import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { Person } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';

/** Lets somebody who was deactivated sign in again. */
export function Activate({ person }: { readonly person: Person }) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const body = { isActive: true };
  const activating = useSubmission(
    async (version: number) => await client.send('PATCH', `/users/${encodeURIComponent(person.id)}`, { body, version }),
    {
      done: () => {
        void message.success(say('saved.done'));
        void queries.invalidateQueries();
      },
      failed: (error) => void message.error(whyOf(error, language)),
    },
  );
  return (
    <Button loading={activating.isUnderWay} onClick={() => activating.submit(person.version)}>
      {say('leave.back')}
    </Button>
  );
}
