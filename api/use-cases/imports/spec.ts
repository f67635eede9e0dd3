import type { z } from 'zod';
import type { Role } from '../../../models/codes';
import type { ImportFaultCode, ImportKind } from '../../../models/contracts/imports';
import type { Text } from '../../../models/contracts/text';
import type { Database, Versioned } from '../../../models/db';
import type { SignedIn } from '../../authentication';
import type { Accessed } from '../../http/route';
import type { AnyCall } from '../master-data';
import type { PlannedRow } from './planned-row';
import type { Column, ImportColumn, Names, PartSheet } from '../columns/column';

/** The values of a row or record by field. */
export type Values = Readonly<Record<string, unknown>>;

/** A kind of record as it is imported: its columns, its key, who may, and how its rows are made. */
export interface ImportSpec<Row extends Versioned> {
  readonly kind: ImportKind;
  /** The sheet's name. */
  readonly title: Text;
  readonly who: readonly Role[];
  readonly columns: readonly ImportColumn<Row>[];
  /** What only an export has; an import reads past it. */
  readonly onlyExported: readonly Pick<Column<Row>, 'title'>[];
  readonly parts: readonly PartSheet<Row>[];
  /** The schema of the single route. */
  readonly schema: z.ZodType<Values>;
  /** The fields that tell two records apart. */
  readonly keyFields: readonly string[];
  readonly titleFields: readonly string[];
  /** Records that exist with one of these keys, whoever sees them. */
  readonly existing: (db: Database, drafts: readonly Values[]) => Promise<Row[]>;
  /** The same values, where what exists settles one of them. */
  readonly settled?: (values: Values, row: Row | null) => Values;
  /** Why this person may not add this, or change this row to this; null when they may. */
  readonly refusal: (me: SignedIn, wish: Wish<Row>) => Refusal | null;
  /** The rows that cannot be done all together, though each could be alone. */
  readonly refusedTogether?: (
    rows: readonly PlannedRow<Row>[],
    names: Names,
  ) => readonly (readonly [PlannedRow<Row>, Refusal])[];
  /** Writes new rows and changes, in the request's transaction; what the access log keeps of each. */
  readonly write: (
    call: AnyCall,
    added: readonly Values[],
    changed: readonly ChangedRow<Row>[],
  ) => Promise<readonly Accessed[]>;
}

/** Why a row cannot be done, and at which field. */
export interface Refusal {
  readonly code: ImportFaultCode;
  readonly field: string;
}

/** What a row of the file asks for: its own values, the whole record that they make, and what of an existing row they change. */
export interface Wish<Row> {
  readonly given: Values;
  readonly input: Values;
  readonly row: Row | null;
  readonly changes: Values;
}

/** A row that an import changes, with the fields that differ. */
export interface ChangedRow<Row> {
  readonly row: Row;
  readonly changes: Values;
}
