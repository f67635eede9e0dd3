import type { ComplaintMonth } from '../../../models/contracts/complaint-statistics';
import type { Text } from '../../../models/contracts/text';
import type { Sheets } from '../exports/export';
import { told } from './told';

type Counts = Pick<ComplaintMonth, 'complaints' | 'recurring' | 'dissatisfied' | 'withdrawn' | 'cancelled'>;

/** A line of 投诉统计表: of a month, what is counted, and the figures. */
export interface StatisticsLine extends Counts {
  readonly month: string;
  readonly by: Text;
  readonly of: Text;
}

const count = (title: Text, value: (line: StatisticsLine) => number) =>
  told(title, value, { format: 'number', width: 14 });

/** 投诉统计表 as a workbook. */
export const STATISTICS_SHEET: Sheets<StatisticsLine> = {
  title: { zh: '投诉统计表', en: 'Complaint statistics' },
  columns: [
    told({ zh: '月份', en: 'Month' }, ({ month }) => month, { width: 10 }),
    told({ zh: '统计项', en: 'Counted by' }, ({ by }, { language }) => by[language], { width: 14 }),
    told({ zh: '内容', en: 'Of' }, ({ of }, { language }) => of[language], { width: 30 }),
    count({ zh: '投诉数', en: 'Complaints' }, ({ complaints }) => complaints),
    count({ zh: '重复投诉数', en: 'Recurring' }, ({ recurring }) => recurring),
    count({ zh: '客户不满意次数', en: 'Not satisfied' }, ({ dissatisfied }) => dissatisfied),
    count({ zh: '撤回数', en: 'Withdrawn' }, ({ withdrawn }) => withdrawn),
    count({ zh: '取消数', en: 'Cancelled' }, ({ cancelled }) => cancelled),
  ],
};

/** The lines of a month: the whole, then by kind, customer and person. */
export function linesOfMonth({ month, kinds, customers, persons, ...all }: ComplaintMonth): StatisticsLine[] {
  const named = (name: string) => ({ zh: name, en: name });
  return [
    { month, by: { zh: '合计', en: 'All' }, of: { zh: '合计', en: 'All' }, ...all },
    ...kinds.map(({ kind: _, title, ...counts }) => ({
      month,
      by: { zh: '投诉类别', en: 'Kind' },
      of: title,
      ...counts,
    })),
    ...customers.map(({ customer, ...counts }) => ({
      month,
      by: { zh: '客户', en: 'Customer' },
      of: named(customer.name),
      ...counts,
    })),
    ...persons.map(({ person, ...counts }) => ({
      month,
      by: { zh: '被投诉人', en: 'Person' },
      of: named(person.name),
      ...counts,
    })),
  ];
}
