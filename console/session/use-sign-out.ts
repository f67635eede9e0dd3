import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { isProblem } from '../api/problem';
import { useApi } from '../api/use-api';
import { whyOf } from '../parts/why';
import { remember } from '../start/remembered';
import { useLanguage } from '../words/use-language';

/** Ends the session and forgets everything that this page had read; stays, and says so, when the session could not be ended. */
export function useSignOut(): () => Promise<void> {
  const client = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { language } = useLanguage();
  return async () => {
    try {
      await client.send('DELETE', '/sessions');
    } catch (error) {
      // Who believes to be signed out leaves the desk.
      if (!isProblem(error, 'not-signed-in')) {
        void message.error(whyOf(error, language));
        return;
      }
    }
    client.useCsrfToken(null);
    remember('signed-in', null);
    remember('language-of-sign-in', null);
    await navigate('/sign-in');
    queries.clear();
  };
}
