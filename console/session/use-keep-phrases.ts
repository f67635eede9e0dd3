import { useQueryClient } from '@tanstack/react-query';
import { meQuery } from '../api/queries';
import type { Me } from '../api/types';
import { useApi } from '../api/use-api';
import { useSubmission, type Submission } from '../api/use-submission';

interface Told {
  readonly done?: () => void;
  readonly failed?: (error: Error) => void;
}

/** Keeps one's common opinions: those that are made of what is submitted, in place of those before. */
export function useKeepPhrases<Submitted>(
  made: (submitted: Submitted) => Promise<readonly string[]>,
  { done, failed }: Told = {},
): Submission<Submitted> {
  const client = useApi();
  const queries = useQueryClient();
  return useSubmission(
    async (submitted: Submitted) => await client.send<Me>('PATCH', '/me', { body: { phrases: await made(submitted) } }),
    {
      done: (me) => {
        queries.setQueryData(meQuery(client).queryKey, me);
        done?.();
      },
      ...(failed ? { failed } : {}),
    },
  );
}
