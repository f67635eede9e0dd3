import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useApi } from '../api/use-api';
import { remember } from '../start/remembered';

/** Ends the session and forgets everything that this page had read. */
export function useSignOut(): () => Promise<void> {
  const client = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await client.send('DELETE', '/sessions').catch(() => undefined);
    client.useCsrfToken(null);
    remember('signed-in', null);
    await navigate('/sign-in');
    queries.clear();
  };
}
