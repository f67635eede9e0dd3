import type { z } from 'zod';
import type { importAnswer, importInput, previewAnswer } from '../../../models/contracts/imports';
import type { Versioned } from '../../../models/db';
import { said } from '../../../models/faults';
import { pointerTo, Problem, type Fault } from '../../http/problem';
import type { Answer, Call } from '../../http/route';
import type { CellToWrite } from '../../spreadsheets/sheet-to-write';
import type { Names } from '../columns/column';
import type { ImportFault } from './faults';
import { namesFor } from '../columns/names';
import { planOf, type Plan } from './plan';
import type { PlannedRow } from './planned-row';
import { readUpload } from './read-file';
import type { ImportSpec, Values } from './spec';

type ImportCall = Call<unknown, unknown, z.output<typeof importInput>>;

/** How much of a preview is shown; the totals count everything. */
const MOST_SHOWN = 500;
const MOST_FAULTS_OF_A_REFUSAL = 100;

/** What an import of this file would do; changes nothing. */
export async function previewImport<Row extends Versioned>(call: ImportCall, spec: ImportSpec<Row>): Promise<Answer> {
  const { fileName, sheets } = await readUpload(call);
  const names = await namesFor(call, { people: spec.kind === 'users' });
  const { mode } = call.body;
  const plan = await planOf(call, spec, sheets, mode, names);
  const body: z.output<typeof previewAnswer> = {
    ...{ kind: spec.kind, mode, fileName, isImportable: plan.faults.length === 0 },
    totals: { ...totalsOf(plan), faulty: countOf(plan, 'faulty'), faults: plan.faults.length },
    rows: plan.rows.slice(0, MOST_SHOWN).map((row) => shownRow(row, spec, names)),
    faults: plan.faults.slice(0, MOST_SHOWN),
  };
  return { status: 200, body };
}

/** Imports every row of the file in the request's transaction, or none. */
export async function runImport<Row extends Versioned>(call: ImportCall, spec: ImportSpec<Row>): Promise<Answer> {
  const { fileName, sheets } = await readUpload(call);
  const { mode } = call.body;
  const plan = await planOf(call, spec, sheets, mode, await namesFor(call, { people: spec.kind === 'users' }));
  if (plan.faults.length > 0)
    throw new Problem('import-refused', said('too-many-faults', { count: plan.faults.length }), {
      faults: plan.faults.slice(0, MOST_FAULTS_OF_A_REFUSAL).map(asFault),
    });
  const added = plan.rows.flatMap(({ action, input }) => (action === 'add' && input ? [input] : []));
  const changed = plan.rows.flatMap(({ action, existing, changes }) =>
    action === 'change' && existing ? [{ row: existing, changes }] : [],
  );
  const records = await spec.write(call, added, changed);
  const body: z.output<typeof importAnswer> = { kind: spec.kind, mode, totals: totalsOf(plan) };
  return {
    status: 201,
    body,
    access: { target: spec.kind, details: { fileName, mode, ...body.totals }, others: records },
  };
}

function totalsOf<Row>(plan: Plan<Row>) {
  const [add, change, same] = (['add', 'change', 'same'] as const).map((action) => countOf(plan, action));
  return { rows: plan.rows.length, add: add ?? 0, change: change ?? 0, same: same ?? 0, examples: plan.examples };
}

function countOf<Row>({ rows }: Plan<Row>, action: PlannedRow<Row>['action']): number {
  return rows.filter((row) => row.action === action).length;
}

function shownRow<Row extends Versioned>(
  { row, title, action, input, existing, changes }: PlannedRow<Row>,
  spec: ImportSpec<Row>,
  names: Names,
) {
  const shownChanges = Object.keys(changes).map((field) => ({
    field,
    title: titleOf(spec, field, names),
    before: inWords(spec, field, existing as Values | null, names),
    after: inWords(spec, field, input, names),
  }));
  return { row, title, action, changes: action === 'change' ? shownChanges : [] };
}

function titleOf<Row extends Versioned>(spec: ImportSpec<Row>, field: string, { language }: Names): string {
  return [...spec.columns, ...spec.parts].find((one) => one.field === field)?.title[language] ?? field;
}

function inWords<Row extends Versioned>(
  spec: ImportSpec<Row>,
  field: string,
  values: Values | null,
  names: Names,
): string {
  if (!values) return '';
  const column = spec.columns.find((one) => one.field === field);
  if (column) return shownCell(column.value(values as unknown as Row, names));
  const part = spec.parts.find((one) => one.field === field);
  const items = part?.itemsOf(values as unknown as Row) ?? [];
  const lines = items.map((item) => part?.columns.map((one) => shownCell(one.value(item as never, names))).join(' '));
  return lines.join('\n');
}

function shownCell(value: CellToWrite): string {
  return value === null ? '' : String(value);
}

function asFault({ sheet, row, column, detail }: ImportFault): Fault {
  const place = [sheet, row === null ? '' : String(row), column ? (column.letter ?? column.title) : ''];
  return { pointer: pointerTo(['file', ...place]), detail: column ? `${column.title}: ${detail}` : detail };
}
