import { taskLine } from '../../show/task';
import { TASK_SHEET, type ShownTask } from '../columns/tasks';
import { tasksInBatches, type InboxFilter } from '../inbox';
import { customerNames } from '../names';
import type { ExportedList } from './export';
import { MOST_EXPORTED, shownAs } from './found';

/** The inbox as it is exported. */
export const taskExport: ExportedList<InboxFilter, ShownTask> = {
  ...TASK_SHEET,
  list: 'tasks',
  find: async ({ deps, me, query }, session) => {
    const now = deps.now();
    const batches = () => tasksInBatches(deps.db, me, query, null, now, session);
    const count = async () => {
      let rows = 0;
      for await (const some of batches()) {
        rows += some.length;
        if (rows > MOST_EXPORTED) break;
      }
      return rows;
    };
    return await Promise.resolve(
      shownAs({ count, batches }, async (some) => {
        const customerOf = await customerNames(
          deps.db,
          some.map(({ customerId }) => customerId),
        );
        return some.map((row) => taskLine(row, me, customerOf));
      }),
    );
  },
};
