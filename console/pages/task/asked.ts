import type { Task } from '../../api/types';

/** What of a task one needs to decide it. */
export type Asked = Pick<Task, 'form' | 'prefill' | 'outcomes' | 'returnTo'>;
