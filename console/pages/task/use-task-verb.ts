import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { Step, Task } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import type { WordKey } from '../../words';
import { useLanguage } from '../../words/use-language';
import { useTooLate } from './use-too-late';

/** Something that a person does with a task besides deciding it: says that it is done, and reads anew what it has changed. */
export function useTaskVerb<Body extends object | null>(task: Task, verb: string, done: WordKey, close: () => void) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say } = useLanguage();
  const tooLate = useTooLate(task.id);
  return useSubmission(
    async (body: Body, key) =>
      await client.post<Step>(`/tasks/${encodeURIComponent(task.id)}/${verb}`, body ?? {}, key),
    {
      done: () => {
        void message.success(say(done));
        close();
        void queries.invalidateQueries();
      },
      failed: (error) => void tooLate(error),
    },
  );
}
