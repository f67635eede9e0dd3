import { useQueryClient } from '@tanstack/react-query';
import type { Language } from '../../models/contracts/text';
import { meQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { remember } from '../start/remembered';
import { useLanguage } from '../words/use-language';

/** Changes the language of the pages and, with it, that of the person's mails; what was read is read again in it. */
export function useChooseLanguage(): { readonly to: (next: Language) => void; readonly other: () => void } {
  const client = useApi();
  const queries = useQueryClient();
  const { language, choose } = useLanguage();
  const to = (next: Language) => {
    client.useLanguage(next);
    remember('language-of-sign-in', null);
    choose(next);
    queries.setQueryData(meQuery(client).queryKey, (me) => (me ? { ...me, language: next } : me));
    void client
      .send('PATCH', '/me', { body: { language: next } })
      .catch(() => undefined)
      .then(async () => await queries.invalidateQueries());
  };
  return { to, other: () => to(language === 'zh' ? 'en' : 'zh') };
}
