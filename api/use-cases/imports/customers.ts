import type { Role } from '../../../models/codes';
import { customerInput } from '../../../models/contracts/master-data';
import { CUSTOMER_KIND_TITLES, TIER_TITLES } from '../../../models/contracts/titles';
import type { CustomerRow } from '../../../models/db';
import { holdsOneFor } from '../../access';
import { newRow, writeRows } from '../master-data';
import { distinct } from './devices';
import { choice, flag, latin, words } from './kinds-of-columns';
import type { ImportSpec } from './spec';

const owner = words<never>({
  field: 'customer',
  title: { zh: '客户名称', en: 'Customer name' },
  aliases: ['客户'],
  isRequired: true,
  rule: { zh: '与“客户”表中的名称一致', en: 'the name as in the sheet Customers' },
  example: '市第一人民医院',
});

/** Customers as they are imported; their contacts and sites stand in sheets of their own. */
export const customerImport = (who: readonly Role[]): ImportSpec<CustomerRow> => ({
  kind: 'customers',
  title: { zh: '客户', en: 'Customers' },
  who,
  columns: [
    words({
      field: 'name',
      title: { zh: '客户名称', en: 'Customer name' },
      aliases: ['名称', 'Name'],
      isRequired: true,
      width: 28,
      rule: { zh: '全系统不重复，不超过 100 字', en: 'once in the system, at most 100 characters' },
      example: '市第一人民医院',
    }),
    choice(
      {
        field: 'kind',
        title: { zh: '客户类型', en: 'Kind' },
        aliases: ['类型'],
        isRequired: true,
        example: '核心客户',
      },
      CUSTOMER_KIND_TITLES,
    ),
    choice(
      {
        field: 'tier',
        title: { zh: '服务等级', en: 'Service tier' },
        aliases: ['等级'],
        isRequired: true,
        example: '金牌',
      },
      TIER_TITLES,
    ),
  ],
  onlyExported: [],
  parts: [
    {
      field: 'contacts',
      title: { zh: '联系人', en: 'Contacts' },
      owner,
      columns: [
        words({
          field: 'name',
          title: { zh: '联系人姓名', en: 'Contact' },
          aliases: ['姓名', '联系人'],
          isRequired: true,
          rule: { zh: '不超过 100 字', en: 'at most 100 characters' },
          example: '陈科长',
        }),
        latin({
          field: 'email',
          title: { zh: '邮箱', en: 'E-mail' },
          aliases: ['电子邮箱'],
          isRequired: true,
          width: 28,
          rule: { zh: '邮箱地址', en: 'an e-mail address' },
          example: 'chen@example.com',
        }),
        latin({
          field: 'phone',
          title: { zh: '电话', en: 'Phone' },
          aliases: ['联系电话', '手机'],
          rule: {
            zh: '数字、空格、括号和短横，可以 + 开头',
            en: 'digits, spaces, brackets and dashes, may begin with +',
          },
          example: '010-5550 0000',
        }),
        words({
          field: 'post',
          title: { zh: '职务', en: 'Post' },
          rule: { zh: '不超过 100 字', en: 'at most 100 characters' },
          example: '信息科科长',
        }),
        flag({ field: 'isVip', title: { zh: '重要联系人', en: 'VIP' }, aliases: ['VIP'], example: '是' }),
      ],
      itemsOf: ({ contacts }) => contacts.map((contact) => ({ ...contact })),
    },
    {
      field: 'sites',
      title: { zh: '地点', en: 'Sites' },
      owner,
      columns: [
        words({
          field: 'name',
          title: { zh: '地点名称', en: 'Site' },
          aliases: ['地点'],
          isRequired: true,
          rule: { zh: '不超过 100 字', en: 'at most 100 characters' },
          example: '总院',
        }),
        words({
          field: 'address',
          title: { zh: '地址', en: 'Address' },
          isRequired: true,
          width: 40,
          rule: { zh: '不超过 300 字', en: 'at most 300 characters' },
          example: '滨河路 18 号',
        }),
      ],
      itemsOf: ({ sites }) => sites.map((site) => ({ ...site })),
    },
  ],
  schema: customerInput,
  keyFields: ['name'],
  titleFields: ['name'],
  existing: async (db, drafts) =>
    await db.customers.find({ name: { $in: distinct(drafts, 'name') } }, { search: 0 }).lean<CustomerRow[]>(),
  refusal: (me, { row }) => (holdsOneFor(me, who, row?._id ?? null) ? null : { code: 'not-allowed', field: 'name' }),
  write: async (call, added, changed) => {
    const { customers } = call.deps.db;
    const rows = added.map((input, index) => ({ ...newRow('C', call, index), ...input }) as CustomerRow);
    await writeRows(customers, call, rows, changed);
  },
});
