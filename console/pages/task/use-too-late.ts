import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { isProblem } from '../../api/problem';
import { taskQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { useLanguage } from '../../words/use-language';

/** When somebody was faster: reads the task again and says kindly who it was. */
export function useTooLate(taskId: string): (error: Error) => Promise<void> {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say } = useLanguage();
  return async (error) => {
    if (!isProblem(error, 'task-closed', 'case-closed', 'task-claimed', 'idempotency-key-reused')) return;
    const task = await queries.query({ ...taskQuery(client, taskId), staleTime: 0 });
    await queries.invalidateQueries();
    const somebody = say('task.somebody');
    if (isProblem(error, 'task-claimed'))
      void message.warning(say('task.claimedBy', { name: task.assignee?.name ?? somebody }));
    else void message.warning(say('task.tooLate', { name: task.decidedBy?.name ?? somebody }));
  };
}
