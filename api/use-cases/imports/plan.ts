import { setImmediate as othersTurn } from 'node:timers/promises';
import { MOST_ROWS, MOST_WRITTEN, type ImportMode } from '../../../models/contracts/imports';
import type { Text } from '../../../models/contracts/text';
import type { Versioned } from '../../../models/db';
import { said } from '../../../models/faults';
import { Problem } from '../../http/problem';
import type { ReadSheet } from '../../spreadsheets/cells';
import type { AnyCall } from '../master-data';
import { plain, type Names } from '../columns/column';
import { draftOf, existingByKey, noteRepeated, ownerName, placeOf, type Draft } from './draft';
import { faultAt, type ImportFault } from './faults';
import { partsOf } from './parts';
import { plannedRow, type Judging, type PlannedRow } from './planned-row';
import type { ImportSpec } from './spec';
import { tableOf } from './table';

/** What an import comes to, decided without writing anything. */
export interface Plan<Row> {
  readonly rows: readonly PlannedRow<Row>[];
  readonly faults: readonly ImportFault[];
  readonly examples: number;
}

/** So many rows are checked before other requests get their turn. */
const ROWS_AT_A_TIME = 100;

/**
 * Decides each row, and then all of them together. It reads outside of the request's transaction, which lives for seconds
 * only; what changes meanwhile, unique indexes and versions tell.
 */
export async function planOf<Row extends Versioned>(
  call: AnyCall,
  spec: ImportSpec<Row>,
  sheets: readonly ReadSheet[],
  mode: ImportMode,
  names: Names,
): Promise<Plan<Row>> {
  const { language } = call;
  const needed = spec.columns.filter(({ field, isRequired }) =>
    mode === 'add' ? isRequired : spec.keyFields.includes(field),
  );
  const main = mainSheet(sheets, spec.title);
  const ignored = spec.onlyExported.map(({ title }) => title);
  const reading = { names, language, ignored, needed: needed.map(({ field }) => field) };
  const table = tableOf(main, { ...reading, columns: spec.columns });
  if (table.rows.length > MOST_ROWS) throw new Problem('too-many-rows', said('more-rows-than', { most: MOST_ROWS }));
  const parts = partsOf(spec, sheets, reading);
  const drafts = table.rows.map((source) => draftOf(spec, source, parts));
  const byKey = await existingByKey(call, spec, drafts);
  noteRepeated(drafts, table, spec, call);
  const judging = { call, spec, table, parts, mode, names };
  const planned: PlannedRow<Row>[] = [];
  for (const draft of drafts) {
    planned.push(plannedRow(judging, draft, draft.key === null ? null : (byKey.get(draft.key) ?? null)));
    if (planned.length % ROWS_AT_A_TIME === 0) await othersTurn();
  }
  const written = planned.filter(({ action }) => action === 'add' || action === 'change').length;
  if (written > MOST_WRITTEN) throw new Problem('too-many-rows', said('more-rows-than', { most: MOST_WRITTEN }));
  const rows = together(judging, drafts, planned);
  const strays = parts.flatMap((part) => part.strays(new Set(table.rows.map(({ words }) => ownerName(spec, words)))));
  const empty = table.rows.length === 0 && table.faults.length === 0;
  const nothing = empty ? [faultAt(language, { sheet: table.sheet, row: null }, 'nothing-to-import')] : [];
  const faults = [
    ...table.faults,
    ...nothing,
    ...drafts.flatMap((draft) => draft.faults),
    ...parts.flatMap((part) => part.faults),
    ...strays,
  ];
  return { rows, faults: distinct(faults), examples: table.examples };
}

function mainSheet(sheets: readonly ReadSheet[], title: Text): ReadSheet {
  const named = sheets.find(({ name }) => [title.zh, title.en].some((one) => plain(one) === plain(name)));
  return named ?? sheets[0] ?? { name: '', rows: [] };
}

/** The rows once more, with what is wrong with some of them only beside the others. */
function together<Row extends Versioned>(
  { call, spec, table, names }: Judging<Row>,
  drafts: readonly Draft[],
  planned: readonly PlannedRow<Row>[],
): readonly PlannedRow<Row>[] {
  const refused = new Map(spec.refusedTogether?.(planned, names) ?? []);
  return planned.map((row, index) => {
    const refusal = refused.get(row);
    const draft = drafts[index];
    if (!refusal || !draft) return row;
    draft.faults.push(faultAt(call.language, placeOf(spec, table, draft.source, refusal.field), refusal.code));
    return { ...row, action: 'faulty', input: null };
  });
}

/** A row of a further sheet is checked once for each record that it could belong to. */
function distinct(faults: readonly ImportFault[]): readonly ImportFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
