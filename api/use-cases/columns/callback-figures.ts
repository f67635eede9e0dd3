import type { CallbackCounts, CallbackFigures, CallbackSpan } from '../../../models/contracts/callback-figures';
import type { Text } from '../../../models/contracts/text';
import type { Sheets } from '../exports/export';
import { told } from './told';

/** A line of 客户满意度统计表: of a month or of all of them, of whom, and the figures. */
export interface FiguresLine extends CallbackCounts {
  readonly month: Text;
  readonly by: Text;
  readonly of: Text;
  readonly aimPercent: number;
}

const count = (title: Text, value: (line: FiguresLine) => number | null) =>
  told(title, value, { format: 'number', width: 14 });

/** 客户满意度统计表 as a workbook. */
export const FIGURES_SHEET: Sheets<FiguresLine> = {
  title: { zh: '客户满意度统计表', en: 'Satisfaction of customers' },
  columns: [
    told({ zh: '月份', en: 'Month' }, ({ month }, { language }) => month[language], { width: 10 }),
    told({ zh: '统计项', en: 'Counted by' }, ({ by }, { language }) => by[language], { width: 14 }),
    told({ zh: '内容', en: 'Of' }, ({ of }, { language }) => of[language], { width: 30 }),
    count({ zh: '回访数', en: 'Callbacks' }, ({ callbacks }) => callbacks),
    count({ zh: '联系上', en: 'Reached' }, ({ reached }) => reached),
    count({ zh: '未联系上', en: 'Not reached' }, ({ unreached }) => unreached),
    count({ zh: '平均得分（%）', en: 'Mean score (%)' }, ({ meanScore }) => meanScore),
    count({ zh: '满意数', en: 'Satisfied' }, ({ satisfied }) => satisfied),
    count({ zh: '措施后满意', en: 'Satisfied after measures' }, ({ recovered }) => recovered),
    count({ zh: '满意率（%）', en: 'Share satisfied (%)' }, ({ satisfiedPercent }) => satisfiedPercent),
    count({ zh: '目标（%）', en: 'Aim (%)' }, ({ aimPercent }) => aimPercent),
    told({ zh: '达标', en: 'Met' }, isMet, { width: 10 }),
  ],
};

/** The lines of the figures: all months, then each: the whole, by customer, by engineer. */
export function linesOfFigures({ aimPercent, all, months }: CallbackFigures): FiguresLine[] {
  return [
    ...linesOf(all, { zh: '合计', en: 'All' }, aimPercent),
    ...months.flatMap(({ month, ...span }) => linesOf(span, named(month), aimPercent)),
  ];
}

function linesOf({ customers, engineers, ...counts }: CallbackSpan, month: Text, aimPercent: number): FiguresLine[] {
  const of = { month, aimPercent };
  return [
    { ...of, by: { zh: '合计', en: 'All' }, of: { zh: '合计', en: 'All' }, ...counts },
    ...customers.map(({ customer, ...rest }) => ({
      ...of,
      by: { zh: '客户', en: 'Customer' },
      of: named(customer.name),
      ...rest,
    })),
    ...engineers.map(({ engineer, ...rest }) => ({
      ...of,
      by: { zh: '工程师', en: 'Engineer' },
      of: named(engineer.name),
      ...rest,
    })),
  ];
}

function isMet({ satisfiedPercent, isUnderAim }: FiguresLine, { language }: { readonly language: 'zh' | 'en' }) {
  if (satisfiedPercent === null) return null;
  if (language === 'zh') return isUnderAim ? '未达标' : '达标';
  return isUnderAim ? 'no' : 'yes';
}

function named(name: string): Text {
  return { zh: name, en: name };
}
