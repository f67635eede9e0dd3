import type { ClientSession } from 'mongoose';
import { CAUSE_FIELD, type FaultCounts, type FaultFigures } from '../../models/contracts/fault-register';
import { faultTriage } from '../../models/contracts/fault-forms';
import type { Field } from '../../models/contracts/fields';
import type { FaultFigureRow } from '../../models/db';
import type { Grade } from '../../models/contracts/service-level-names';
import { gradeOf, wholeMinutes } from '../../models/service-levels/grades';
import { customersSeenBy } from '../access';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { chosen } from '../show/chosen';
import { spanAsked, type SpanAsked } from './period';

const NOT_CHOSEN = { value: '', title: { zh: '未定', en: 'Not known' } };

/** The figures of the faults of the customers that the person sees which ended in a year or in one month of it. */
export async function faultFigures(
  { db }: Pick<Deps, 'db'>,
  me: SignedIn,
  asked: SpanAsked,
  session: ClientSession | null = null,
): Promise<FaultFigures> {
  const { year } = spanAsked(asked);
  const seen = customersSeenBy(me);
  const rows = await db.faultFigures
    .find({
      month: asked.month ?? { $gte: `${year}-01`, $lte: `${year}-12` },
      ...(seen !== 'all' && { customerId: { $in: seen } }),
    })
    .sort({ month: 1 })
    .session(session)
    .lean<FaultFigureRow[]>();
  const { level, urgency, class: kind } = faultTriage.fields;
  return {
    ...countsOf(rows),
    months: groupsOf(rows, (row) => row.month).map(([of, counts]) => ({ month: of, ...counts })),
    levels: byChoice(rows, level, (row) => row.level),
    urgencies: byChoice(rows, urgency, (row) => row.urgency),
    classes: byChoice(rows, kind, (row) => row.class),
    causes: byChoice(rows, CAUSE_FIELD, (row) => row.cause),
    customers: byName(rows, (row) => row.customer).map(({ name, ...counts }) => ({ customer: name, ...counts })),
    engineers: byName(rows, (row) => row.engineer).map(({ name, ...counts }) => ({ engineer: name, ...counts })),
  };
}

/** In the order of the form; what nobody has chosen, since it was joined or withdrawn before, comes last. */
function byChoice(
  rows: readonly FaultFigureRow[],
  field: Pick<Field, 'options'>,
  of: (row: FaultFigureRow) => string | null,
) {
  const values = [...(field.options ?? []).map(({ value }) => value), NOT_CHOSEN.value];
  return groupsOf(rows, (row) => of(row) ?? NOT_CHOSEN.value)
    .sort(([a], [b]) => values.indexOf(a) - values.indexOf(b))
    .map(([value, counts]) => ({ of: value === NOT_CHOSEN.value ? NOT_CHOSEN : chosen(field, value), ...counts }));
}

/** The most faults first. */
function byName(rows: readonly FaultFigureRow[], of: (row: FaultFigureRow) => FaultFigureRow['customer']) {
  const names = new Map(rows.flatMap((row) => of(row) ?? []).map((name) => [name.id, name]));
  return groupsOf(rows, (row) => of(row)?.id ?? null)
    .flatMap(([id, counts]) => {
      const name = names.get(id);
      return name ? [{ name, ...counts }] : [];
    })
    .sort((a, b) => b.faults - a.faults || (a.name.id < b.name.id ? -1 : 1));
}

function groupsOf(
  rows: readonly FaultFigureRow[],
  of: (row: FaultFigureRow) => string | null,
): (readonly [string, FaultCounts])[] {
  const keys = [...new Set(rows.flatMap((row) => of(row) ?? []))];
  return keys.map((key) => [key, countsOf(rows.filter((row) => of(row) === key))] as const);
}

function countsOf(rows: readonly FaultFigureRow[]): FaultCounts {
  const solved = rows.filter(({ state }) => state === 'completed');
  const late = (clock: string) => solved.filter(({ breached }) => breached.includes(clock)).length;
  const took = solved.flatMap(({ solvedInMs }) => solvedInMs ?? []);
  const joined = rows.filter(({ state }) => state === 'joined').length;
  return {
    faults: solved.length,
    lateResponses: late('response'),
    lateSolutions: late('resolution'),
    responseGrades: gradesOf(
      'response',
      solved.map(({ answeredInMs }) => answeredInMs),
    ),
    solutionGrades: gradesOf(
      'resolution',
      solved.map(({ solvedInMs }) => solvedInMs),
    ),
    meanMinutesToSolve: took.length === 0 ? null : wholeMinutes(sum(took) / took.length),
    joined,
    dropped: rows.length - solved.length - joined,
  };
}

function gradesOf(clock: string, used: readonly (number | null)[]): FaultCounts['responseGrades'] {
  const grades = used.map((ms) => (ms === null ? null : gradeOf(clock, ms)));
  const having = (grade: Grade) => grades.filter((one) => one === grade).length;
  return [having(1), having(2), having(3), having(4)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
