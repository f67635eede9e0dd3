import { editableDeviceState } from '../../../models/contracts/master-data';
import { DEVICE_STATE_TITLES } from '../../../models/contracts/titles';
import type { DeviceRow } from '../../../models/db';
import type { Sheets } from '../exports/export';
import type { Column, ImportColumn } from './column';
import { atMost, choice, day, money, reference, words } from './kinds-of-columns';
import { CHANGED_AT, RECORD_ID, told } from './told';

/** What is imported and exported of a device. */
export const DEVICE_COLUMNS: readonly ImportColumn<DeviceRow>[] = [
  reference('customers', {
    field: 'customerId',
    title: { zh: '客户', en: 'Customer' },
    aliases: ['客户名称', '客户编号'],
    isRequired: true,
    rule: { zh: '系统中客户的全称或编号', en: 'the full name or id of a customer in the system' },
    example: '市第一人民医院',
  }),
  words({
    field: 'name',
    title: { zh: '设备名称', en: 'Name' },
    aliases: ['名称'],
    isRequired: true,
    rule: atMost(100),
    example: '核心交换机',
  }),
  words({
    field: 'model',
    title: { zh: '型号', en: 'Model' },
    aliases: ['设备型号', '规格型号'],
    isRequired: true,
    rule: atMost(100),
    example: 'H3C S7506E',
  }),
  words({
    field: 'serialNumber',
    title: { zh: '序列号', en: 'Serial number' },
    aliases: ['SN', 'S/N', '设备序列号'],
    isRequired: true,
    rule: {
      zh: '同一客户内不重复，不超过 100 字；长数字请设为文本格式',
      en: 'once for a customer, at most 100 characters; long numbers in text format',
    },
    example: '210235A0W8B12345678',
  }),
  words({
    field: 'assetNumber',
    title: { zh: '资产编号', en: 'Asset number' },
    aliases: ['固定资产编号'],
    rule: atMost(100),
    example: 'ZC-2023-0018',
  }),
  words({
    field: 'location',
    title: { zh: '安装位置', en: 'Location' },
    aliases: ['位置', '存放地点'],
    isRequired: true,
    width: 28,
    rule: atMost(200),
    example: '主机房 A03 机柜',
  }),
  words({
    field: 'businessSystem',
    title: { zh: '业务系统', en: 'Business system' },
    aliases: ['所属业务系统'],
    isRequired: true,
    rule: atMost(100),
    example: '核心网络',
  }),
  words({
    field: 'businessLevel',
    title: { zh: '业务级别', en: 'Business level' },
    aliases: ['重要级别'],
    isRequired: true,
    width: 12,
    rule: atMost(50),
    example: '一级',
  }),
  day({ field: 'purchasedOn', title: { zh: '购置日期', en: 'Purchased on' }, example: '2023-05-18' }),
  money({
    field: 'valueInYuan',
    title: { zh: '原值（元）', en: 'Value (CNY)' },
    aliases: ['原值', '金额'],
    rule: { zh: '不小于 0 的金额，最多两位小数', en: 'an amount of 0 or more, at most two decimals' },
    example: '86000',
  }),
  choice(
    {
      field: 'state',
      title: { zh: '状态', en: 'State' },
      aliases: ['设备状态'],
      rule: {
        zh: '在用、已关机、已替换、维修中 之一；空白为在用；报废须走报废流程',
        en: 'one of in use, powered off, replaced, in repair; blank is in use; scrapping has its own procedure',
      },
      example: '在用',
    },
    DEVICE_STATE_TITLES,
    editableDeviceState.options,
  ),
];

/** What is only exported of a device. */
export const MORE_OF_DEVICES: readonly Column<DeviceRow>[] = [
  told({ zh: '报废流程', en: 'Scrapped by' }, ({ scrappedBy }) => scrappedBy),
  RECORD_ID,
  CHANGED_AT,
];

/** Devices as they are exported. */
export const DEVICE_SHEET: Sheets<DeviceRow> = {
  title: { zh: '设备', en: 'Devices' },
  columns: [...DEVICE_COLUMNS, ...MORE_OF_DEVICES],
};
