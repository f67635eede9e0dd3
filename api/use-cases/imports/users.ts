import type { Role } from '../../../models/codes';
import { userInput } from '../../../models/contracts/directory';
import type { Grant } from '../../../models/contracts/people';
import { LANGUAGE_TITLES } from '../../../models/contracts/titles';
import type { UserRow } from '../../../models/db';
import { holdsOneFor, isCustomerSide, keysOfGrants } from '../../access';
import { isActiveAdmin, mustLeaveAnAdmin } from '../administrators';

import { mustFitIn } from '../reporting-lines';
import { newRow, writeRows } from '../master-data';
import type { Names } from './column';
import { distinct } from './devices';
import { grantsIn, wordsOfGrants } from './grants-in-words';
import { choice, latin, reference, words } from './kinds-of-columns';
import type { ImportSpec } from './spec';

/** People as they are imported; like those added one by one they have no password yet. */
export const userImport = (who: readonly Role[]): ImportSpec<UserRow> => ({
  kind: 'users',
  title: { zh: '人员', en: 'People' },
  who,
  columns: [
    latin({
      field: 'username',
      title: { zh: '用户名', en: 'User name' },
      aliases: ['账号', '登录名'],
      isRequired: true,
      rule: {
        zh: '小写字母、数字、点和短横，2 到 32 个，全系统不重复',
        en: 'small letters, digits, dots and dashes, 2 to 32, once in the system',
      },
      example: 'lihua',
    }),
    words({
      field: 'name',
      title: { zh: '姓名', en: 'Name' },
      isRequired: true,
      width: 14,
      rule: { zh: '不超过 100 字', en: 'at most 100 characters' },
      example: '李华',
    }),
    latin({
      field: 'email',
      title: { zh: '邮箱', en: 'E-mail' },
      aliases: ['电子邮箱'],
      isRequired: true,
      width: 28,
      rule: { zh: '邮箱地址', en: 'an e-mail address' },
      example: 'lihua@example.com',
    }),
    latin({
      field: 'phone',
      title: { zh: '电话', en: 'Phone' },
      aliases: ['联系电话', '手机'],
      rule: { zh: '数字、空格、括号和短横，可以 + 开头', en: 'digits, spaces, brackets and dashes, may begin with +' },
      example: '138 0000 0000',
    }),
    reference('teams', {
      field: 'teamId',
      title: { zh: '团队', en: 'Team' },
      rule: { zh: '系统中团队的名称或编号；限本公司人员', en: 'the name or id of a team in the system; for staff' },
      example: '',
    }),
    reference('colleagues', {
      field: 'managerId',
      title: { zh: '直接上级', en: 'Manager' },
      aliases: ['上级'],
      rule: {
        zh: '系统中已有在职人员的用户名或姓名；限本公司人员',
        en: 'the user name or name of an active colleague in the system; for staff',
      },
      example: '',
    }),
    choice({ field: 'language', title: { zh: '语言', en: 'Language' }, example: '中文' }, LANGUAGE_TITLES),
    {
      ...words<UserRow>({
        field: 'grants',
        title: { zh: '角色', en: 'Roles' },
        isRequired: true,
        width: 48,
        rule: {
          zh: '角色名称，限于某客户时在括号中写客户名称或编号，多个用顿号隔开；用户方的角色必须写客户，系统管理员不写客户，一人不能兼有两方的角色',
          en: "titles of roles, with a customer's name or id in brackets where it is held for one customer, separated by semicolons; a role on a customer's side needs its customer, an administrator has none, and nobody is on both sides",
        },
        example: '项目经理（市第一人民医院）、服务工程师',
      }),
      value: ({ grants }, names) => wordsOfGrants(grants, names),
      reads: grantsIn,
    },
  ],
  onlyExported: [],
  parts: [],
  schema: userInput,
  keyFields: ['username'],
  titleFields: ['name', 'username'],
  existing: async (db, drafts) =>
    await db.users.find({ username: { $in: distinct(drafts, 'username') } }, { search: 0 }).lean<UserRow[]>(),
  refusal: (me, { input, row, changes }, names) => {
    if (!holdsOneFor(me, who, null)) return { code: 'not-allowed', field: 'username' };
    const [managerId, grants] = [input.managerId as string | null, input.grants as readonly Grant[]];
    if (isCustomerSide(grants)) {
      const field = ['teamId', 'managerId'].find((name) => input[name] !== null);
      return field === undefined ? null : { code: 'not-for-customers', field };
    }
    const isCircle = row && changes.managerId !== undefined && isAbove(row._id, managerId, names);
    return isCircle ? { code: 'reports-in-a-circle', field: 'managerId' } : null;
  },
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
    await writeRows(users, call, rows, rekeyed);
    // Two rows of one file may make a circle that neither makes alone.
    for (const { row, changes } of changed)
      if (['grants', 'teamId', 'managerId'].some((field) => changes[field] !== undefined))
        await mustFitIn(call.deps.db, call.session, { ...row, ...changes }, row);
    const dismissed = rekeyed.find(({ isDismissed }) => isDismissed);
    if (dismissed) await mustLeaveAnAdmin(call.deps, dismissed.row._id, call.session);
  },
});

/** True when this person is the other, or above the other. */
function isAbove(id: string, other: string | null, { managerOf }: Names): boolean {
  const seen = new Set<string>();
  for (let above = other; above !== null && !seen.has(above); above = managerOf(above)) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}
