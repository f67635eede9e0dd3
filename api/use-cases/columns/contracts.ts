import { TIER_TITLES } from '../../../models/contracts/titles';
import type { Text } from '../../../models/contracts/text';
import type { ContractRow } from '../../../models/db';
import type { Sheets } from '../exports/export';
import type { Column, Names } from './column';
import { CHANGED_AT, RECORD_ID, told } from './told';

/** A contract with the devices that it covers, in words, and the title of its calendar; null: it has the company's. */
export type ShownContract = ContractRow & { readonly devices: readonly string[]; readonly calendar: Text | null };

const day = (title: Column<never>['title'], value: (row: ShownContract) => string): Column<ShownContract> =>
  told(title, value, { format: 'day', width: 12 });

/** Contracts as they are exported. */
export const CONTRACT_SHEET: Sheets<ShownContract> = {
  title: { zh: '合同', en: 'Contracts' },
  columns: [
    told({ zh: '合同编号', en: 'Number' }, ({ number }) => number),
    told({ zh: '客户', en: 'Customer' }, ({ customerId }, { customers }) => customers.nameOf(customerId), {
      width: 28,
    }),
    day({ zh: '开始日期', en: 'Starts on' }, ({ startsOn }) => startsOn),
    day({ zh: '结束日期', en: 'Ends on' }, ({ endsOn }) => endsOn),
    told({ zh: '服务等级', en: 'Service tier' }, ({ tier }, { language }) => TIER_TITLES[tier]?.[language] ?? tier, {
      width: 12,
    }),
    told({ zh: '服务时间', en: 'Service hours' }, ({ serviceHours }) => serviceHours),
    told({ zh: '工作日历', en: 'Calendar' }, ({ calendar }, { language }) => calendar?.[language] ?? null),
    told({ zh: '服务时限', en: 'Limits' }, limitsInWords, { format: 'lines', width: 40 }),
    told({ zh: '每年巡检次数', en: 'Inspections a year' }, (row) => row.inspectionRoundsPerYear, {
      format: 'number',
      width: 14,
    }),
    told({ zh: '设备数', en: 'Devices covered' }, ({ devices }) => devices.length, { format: 'number', width: 10 }),
    told({ zh: '设备', en: 'Devices' }, ({ devices }) => devices.join('\n'), { format: 'lines', width: 40 }),
    RECORD_ID,
    CHANGED_AT,
  ],
};

function limitsInWords({ limits }: ShownContract, { language }: Names): string {
  return limits
    .map(({ class: name, responseInMinutes, resolutionInMinutes }) =>
      language === 'zh'
        ? `${name}：响应 ${responseInMinutes} 分钟，解决 ${resolutionInMinutes} 分钟`
        : `${name}: response ${responseInMinutes} min, resolution ${resolutionInMinutes} min`,
    )
    .join('\n');
}
