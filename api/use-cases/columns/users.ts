import { LANGUAGE_TITLES } from '../../../models/contracts/titles';
import type { UserRow } from '../../../models/db';
import type { Sheets } from '../exports/export';
import type { Column, ImportColumn } from './column';
import { grantsIn, wordsOfGrants } from './grants-in-words';
import { atMost, choice, email, latin, phone, reference, words } from './kinds-of-columns';
import { CHANGED_AT, RECORD_ID, told } from './told';

/** What is imported and exported of a person. */
export const USER_COLUMNS: readonly ImportColumn<UserRow>[] = [
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
    rule: atMost(100),
    example: '李华',
  }),
  email('lihua@example.com'),
  phone('138 0000 0000'),
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
];

/** What is only exported of a person. */
export const MORE_OF_USERS: readonly Column<UserRow>[] = [
  told({ zh: '在职状态', en: 'Active' }, ({ isActive }, { language }) =>
    language === 'zh' ? (isActive ? '在职' : '已停用') : isActive ? 'active' : 'deactivated',
  ),
  RECORD_ID,
  CHANGED_AT,
];

/** People as they are exported. */
export const USER_SHEET: Sheets<UserRow> = {
  title: { zh: '人员', en: 'People' },
  columns: [...USER_COLUMNS, ...MORE_OF_USERS],
};
