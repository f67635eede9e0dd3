import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useLanguage } from '../words/use-language';
import { whyOf } from './why';

/** Does something that is asked of the API, then what follows; says why where it is refused. All that is shown is asked for anew. */
export function useDoing(): (what: () => Promise<unknown>, done?: () => void) => Promise<void> {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { language } = useLanguage();
  return async (what, done = () => undefined) => {
    try {
      await what();
      done();
    } catch (error) {
      void message.error(whyOf(error, language));
    }
    await queries.invalidateQueries();
  };
}
