import type { z } from 'zod';
import type { ImportMode } from '../../../models/contracts/imports';
import type { Versioned } from '../../../models/db';
import { hashOf } from '../../../models/hash';
import type { AnyCall } from '../master-data';
import type { Names } from '../columns/column';
import { ownerName, placeOf, type Draft } from './draft';
import { codeOfIssue, columnFor, faultAt, type ImportFault } from './faults';
import type { PartTable } from './parts';
import type { ImportSpec, Values } from './spec';
import type { Table } from './table';

/** What one row comes to. */
export interface PlannedRow<Row> {
  readonly row: number;
  readonly title: string;
  readonly action: 'add' | 'change' | 'same' | 'faulty';
  /** The whole record as it would be; null for a faulty row. */
  readonly input: Values | null;
  readonly existing: Row | null;
  readonly changes: Values;
}

/** What the rows of a file are judged by. */
export interface Judging<Row extends Versioned> {
  readonly call: AnyCall;
  readonly spec: ImportSpec<Row>;
  readonly table: Table;
  readonly parts: readonly PartTable[];
  readonly mode: ImportMode;
  readonly names: Names;
}

/** Decides one row: merged with what exists, and checked by the schema of the single route and by who may. */
export function plannedRow<Row extends Versioned>(
  { call, spec, table, parts, mode, names }: Judging<Row>,
  found: Draft,
  existing: Row | null,
): PlannedRow<Row> {
  const draft = existing ? withoutRepetition(found, spec, existing, names) : found;
  const { source, faults } = draft;
  const note = (
    field: PropertyKey | undefined,
    ...what: [code: ImportFault['code'], facts?: Readonly<Record<string, number>>]
  ) => faults.push(faultAt(call.language, placeOf(spec, table, source, field), ...what));
  const settled = (values: Values) => spec.settled?.(values, existing) ?? values;
  const before = existing ? settled(inputOf(spec, existing)) : {};
  const wanted = { ...before, ...settled(draft.values) };
  if (existing && mode === 'add') note(spec.keyFields.at(-1), 'exists-already');
  const checked = spec.schema.safeParse(wanted);
  // What could not be read has been said already.
  const said = new Set(faults.map(({ column }) => column?.title));
  if (!checked.success)
    for (const issue of checked.error.issues)
      if (!said.has(columnFor(spec.columns, issue.path[0])?.title[call.language])) noteIssue(issue, wanted);
  const input = checked.success ? checked.data : null;
  const changes = input && existing ? changesOf(before, input) : {};
  const refusal = input ? spec.refusal(call.me, { given: draft.values, input, row: existing, changes }) : null;
  if (refusal) note(refusal.field, refusal.code);
  const title = spec.titleFields
    .map((field) => source.words.get(field)?.trim() ?? '')
    .join(' ')
    .trim();
  const action = faults.length > 0 ? 'faulty' : !existing ? 'add' : Object.keys(changes).length > 0 ? 'change' : 'same';
  return { row: source.row, title, action, input: action === 'faulty' ? null : input, existing, changes };

  function noteIssue(issue: z.core.$ZodIssue, values: Values): void {
    const [field, index, item] = issue.path;
    const part = parts.find((one) => one.field === field);
    const value = issue.path.reduce<unknown>((at, name) => (at as Values | undefined)?.[String(name)], values);
    const { code, facts } = codeOfIssue(issue, value);
    const place = part?.placeOf(ownerName(spec, source.words), Number(index), item);
    if (place) faults.push(faultAt(call.language, place, code, facts));
    else note(field, code, facts);
  }
}

// A cell that says what the record would be exported with is no change, whatever could be read into it today: a manager
// who has left since, a customer whom somebody else may name.
function withoutRepetition<Row extends Versioned>(
  draft: Draft,
  spec: ImportSpec<Row>,
  existing: Row,
  names: Names,
): Draft {
  const { source } = draft;
  const stored = existing as unknown as Values;
  const repeated = spec.columns.filter(({ field, value }) => {
    const words = source.words.get(field);
    return words !== undefined && words === String(value(existing, names));
  });
  const fields = new Set(repeated.map(({ field }) => field));
  const said = source.faults.filter(({ field }) => fields.has(field)).map(({ fault }) => fault);
  for (const fault of said) draft.faults.splice(draft.faults.indexOf(fault), 1);
  const kept = repeated.map(({ field }) => [field, stored[field]] as const);
  return { ...draft, values: { ...draft.values, ...Object.fromEntries(kept) } };
}

/** The fields of a row that its input has. */
function inputOf<Row extends Versioned>(spec: ImportSpec<Row>, row: Row): Values {
  const fields = [...spec.columns.map(({ field }) => field), ...spec.parts.map(({ field }) => field)];
  const values = row as unknown as Values;
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

function changesOf(before: Values, after: Values): Values {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => hashOf(value) !== hashOf(before[field])));
}
