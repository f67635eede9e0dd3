import { CUSTOMER_KIND_TITLES, EMERGENCY_VISIT_TITLES, TIER_TITLES } from '../../../models/contracts/titles';
import type { CustomerRow } from '../../../models/db';
import type { Sheets } from '../exports/export';
import type { Column, ImportColumn, PartSheet } from './column';
import { atMost, choice, email, flag, phone, words } from './kinds-of-columns';
import { CHANGED_AT, RECORD_ID } from './told';

const owner: ImportColumn<CustomerRow> = {
  ...words<CustomerRow>({
    field: 'customer',
    title: { zh: '客户名称', en: 'Customer name' },
    aliases: ['客户'],
    isRequired: true,
    rule: { zh: '与“客户”表中的名称一致', en: 'the name as in the sheet Customers' },
    example: '市第一人民医院',
  }),
  value: ({ name }) => name,
};

/** What is imported and exported of a customer. */
export const CUSTOMER_COLUMNS: readonly ImportColumn<CustomerRow>[] = [
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
  choice(
    {
      field: 'emergencyVisit',
      title: { zh: '紧急故障派人', en: 'Visit in an emergency' },
      aliases: [],
      example: '同时派人到现场',
    },
    EMERGENCY_VISIT_TITLES,
  ),
];

/** What is only exported of a customer. */
export const MORE_OF_CUSTOMERS: readonly Column<CustomerRow>[] = [RECORD_ID, CHANGED_AT];

/** The sheets of a customer's contacts and sites. */
export const CUSTOMER_PARTS: readonly PartSheet<CustomerRow>[] = [
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
        rule: atMost(100),
        example: '陈科长',
      }),
      email('chen@example.com'),
      phone('010-5550 0000'),
      words({
        field: 'post',
        title: { zh: '职务', en: 'Post' },
        rule: atMost(100),
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
        rule: atMost(100),
        example: '总院',
      }),
      words({
        field: 'address',
        title: { zh: '地址', en: 'Address' },
        isRequired: true,
        width: 40,
        rule: atMost(300),
        example: '滨河路 18 号',
      }),
    ],
    itemsOf: ({ sites }) => sites.map((site) => ({ ...site })),
  },
];

/** Customers as they are exported. */
export const CUSTOMER_SHEET: Sheets<CustomerRow> = {
  title: { zh: '客户', en: 'Customers' },
  columns: [...CUSTOMER_COLUMNS, ...MORE_OF_CUSTOMERS],
  parts: CUSTOMER_PARTS,
};
