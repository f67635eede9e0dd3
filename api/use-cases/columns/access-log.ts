import type { Sheets } from '../exports/export';
import type { ReadEntry } from '../read-access-log';
import { instant, told } from './told';

/** The access log as it is exported. */
export const ACCESS_SHEET: Sheets<ReadEntry> = {
  title: { zh: '访问日志', en: 'Access log' },
  columns: [
    told({ zh: '序号', en: 'Number' }, ({ row }) => row._id, { format: 'number', width: 10 }),
    instant({ zh: '时间', en: 'Time' }, ({ row }) => row.at),
    told({ zh: '人员', en: 'Person' }, ({ person }) => person?.name ?? null, { width: 14 }),
    told({ zh: '人员编号', en: 'Person id' }, ({ person }) => person?.id ?? null),
    told({ zh: '地址', en: 'Address' }, ({ row }) => row.address, { width: 16 }),
    told({ zh: '操作', en: 'Action' }, ({ row }) => row.action, { width: 36 }),
    told({ zh: '对象', en: 'Target' }, ({ row }) => row.target, { width: 28 }),
    told({ zh: '结果', en: 'Result' }, ({ row }) => row.result, { width: 16 }),
    told({ zh: '详情', en: 'Details' }, ({ row }) => JSON.stringify(row.details), { width: 48 }),
    told({ zh: '哈希', en: 'Hash' }, ({ row }) => row.hash, { width: 68 }),
  ],
};
