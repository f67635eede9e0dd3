import type { Role } from '../../../models/codes';
import { userInput } from '../../../models/contracts/directory';
import type { Grant } from '../../../models/contracts/people';
import type { UserRow } from '../../../models/db';
import { isCustomerSide } from '../../../models/whom';
import { holdsOneFor, keysOfGrants } from '../../access';
import { isActiveAdmin, mustLeaveAnAdmin } from '../administrators';
import { isAboveSelf, mustAllFitIn } from '../reporting-lines';
import { newRow, writeRows } from '../master-data';
import type { Names } from '../columns/column';
import { distinct } from './devices';
import { MORE_OF_USERS, USER_COLUMNS, USER_SHEET } from '../columns/users';
import type { PlannedRow } from './planned-row';
import type { ImportSpec, Refusal } from './spec';

/** People as they are imported; like those added one by one they have no password yet. */
export const userImport = (who: readonly Role[]): ImportSpec<UserRow> => ({
  kind: 'users',
  title: USER_SHEET.title,
  who,
  columns: USER_COLUMNS,
  onlyExported: MORE_OF_USERS,
  parts: [],
  schema: userInput,
  keyFields: ['username'],
  titleFields: ['name', 'username'],
  existing: async (db, drafts) =>
    await db.users.find({ username: { $in: distinct(drafts, 'username') } }, { search: 0 }).lean<UserRow[]>(),
  refusal: (me, { input }) => {
    if (!holdsOneFor(me, who, null)) return { code: 'not-allowed', field: 'username' };
    if (!isCustomerSide(input.grants as readonly Grant[])) return null;
    const field = ['teamId', 'managerId'].find((name) => input[name] !== null);
    return field === undefined ? null : { code: 'not-for-customers', field };
  },
  refusedTogether: reportingInCircles,
  write: async (call, added, changed) => {
    const { users } = call.deps.db;
    const rows = added.map((input, index) => {
      const head = newRow('U', call, index);
      const keys = keysOfGrants(head._id, input.grants as readonly Grant[]);
      return {
        ...head,
        ...input,
        keys,
        passwordHash: '',
        isActive: true,
        leavingUntil: null,
        isDemo: false,
      } as unknown as UserRow;
    });
    const rekeyed = changed.map(({ row, changes }) => {
      const keys = changes.grants ? keysOfGrants(row._id, changes.grants as readonly Grant[]) : row.keys;
      return {
        row,
        changes: { ...changes, keys },
        isDismissed: isActiveAdmin(row) && !isActiveAdmin({ ...row, keys }),
      };
    });
    const records = await writeRows(users, call, rows, rekeyed);
    const moves = [
      ...rows.map((row) => ({ place: row, before: null })),
      ...changed.map(({ row, changes }) => ({ place: { ...row, ...changes }, before: row })),
    ];
    await mustAllFitIn(call.deps.db, call.session, moves);
    const dismissed = rekeyed.find(({ isDismissed }) => isDismissed);
    if (dismissed) await mustLeaveAnAdmin(call.deps, dismissed.row._id, call.session);
    return records;
  },
});

/** People of the file who would report to themselves, directly or by others. */
function reportingInCircles(
  rows: readonly PlannedRow<UserRow>[],
  { managerOf }: Names,
): readonly (readonly [PlannedRow<UserRow>, Refusal])[] {
  const wanted = rows.filter(({ existing, input }) => existing && input);
  const managers = new Map(wanted.map(({ existing, input }) => [existing?._id, input?.managerId as string | null]));
  const above = (id: string) => (managers.has(id) ? (managers.get(id) ?? null) : managerOf(id));
  return wanted
    .filter(({ existing, changes }) => existing && changes.managerId !== undefined && isAboveSelf(existing._id, above))
    .map((row) => [row, { code: 'reports-in-a-circle', field: 'managerId' }]);
}
