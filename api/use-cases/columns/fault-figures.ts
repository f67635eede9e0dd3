import type { FaultCounts, FaultFigures } from '../../../models/contracts/fault-register';
import { GRADE_TITLES, GRADES } from '../../../models/contracts/service-level-names';
import type { Text } from '../../../models/contracts/text';
import type { Sheets } from '../exports/export';
import { told } from './told';

/** A line of 故障统计表: what is counted, and the figures. */
export interface FaultFigureLine extends FaultCounts {
  readonly by: Text;
  readonly of: Text;
}

const count = (title: Text, value: (line: FaultFigureLine) => number | null) =>
  told(title, value, { format: 'number', width: 14 });

/** A column for each grade [001 §3]. */
const gradeColumns = (what: Text, of: (line: FaultFigureLine) => FaultCounts['responseGrades']) =>
  GRADES.map((grade) => {
    const { zh, en } = GRADE_TITLES[grade];
    return count({ zh: `${what.zh}${zh}`, en: `${what.en} ${en}` }, (line) => of(line)[grade - 1] ?? 0);
  });

/** 故障统计表 as a workbook. */
export const FAULT_FIGURE_SHEET: Sheets<FaultFigureLine> = {
  title: { zh: '故障统计表', en: 'Fault figures' },
  columns: [
    told({ zh: '统计项', en: 'Counted by' }, ({ by }, { language }) => by[language], { width: 14 }),
    told({ zh: '内容', en: 'Of' }, ({ of }, { language }) => of[language], { width: 30 }),
    count({ zh: '故障数', en: 'Faults' }, ({ faults }) => faults),
    count({ zh: '响应超时', en: 'Answered late' }, ({ lateResponses }) => lateResponses),
    count({ zh: '解决超时', en: 'Solved late' }, ({ lateSolutions }) => lateSolutions),
    count({ zh: '平均解决（分钟）', en: 'Minutes to solve' }, ({ meanMinutesToSolve }) => meanMinutesToSolve),
    ...gradeColumns({ zh: '响应', en: 'Answer' }, ({ responseGrades }) => responseGrades),
    ...gradeColumns({ zh: '解决', en: 'Solution' }, ({ solutionGrades }) => solutionGrades),
    count({ zh: '并入数', en: 'Joined' }, ({ joined }) => joined),
    count({ zh: '撤回或取消数', en: 'Withdrawn or cancelled' }, ({ dropped }) => dropped),
  ],
};

/** The lines of a span: the whole, then by month, level, urgency, class, cause, customer and engineer. */
export function linesOfFigures(figures: FaultFigures): FaultFigureLine[] {
  const { months, levels, urgencies, classes, causes, customers, engineers, ...all } = figures;
  const named = (name: string) => ({ zh: name, en: name });
  const chosen = (by: Text, lines: FaultFigures['levels']) =>
    lines.map(({ of, ...counts }) => ({ by, of: of.title, ...counts }));
  return [
    { by: { zh: '合计', en: 'All' }, of: { zh: '合计', en: 'All' }, ...all },
    ...months.map(({ month, ...counts }) => ({ by: { zh: '月份', en: 'Month' }, of: named(month), ...counts })),
    ...chosen({ zh: '故障级别', en: 'Level' }, levels),
    ...chosen({ zh: '紧急程度', en: 'Urgency' }, urgencies),
    ...chosen({ zh: '故障类型', en: 'Class' }, classes),
    ...chosen({ zh: '原因类别', en: 'Kind of cause' }, causes),
    ...customers.map(({ customer, ...counts }) => ({
      ...{ by: { zh: '客户', en: 'Customer' }, of: named(customer.name), ...counts },
    })),
    ...engineers.map(({ engineer, ...counts }) => ({
      ...{ by: { zh: '工程师', en: 'Engineer' }, of: named(engineer.name), ...counts },
    })),
  ];
}
