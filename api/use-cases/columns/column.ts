import type { ImportFaultCode } from '../../../models/contracts/imports';
import type { Language, Text } from '../../../models/contracts/text';
import type { CellFormat, CellToWrite } from '../../spreadsheets/sheet-to-write';

/** A column of a list, as it is exported: its title, and what stands in it for a row. */
export interface Column<Row> {
  readonly title: Text;
  readonly format: CellFormat;
  readonly width: number;
  readonly value: (row: Row, context: Names) => CellToWrite;
}

/** A column that is imported too: how it is written, and what a cell's words mean. */
export interface ImportColumn<Row> extends Column<Row> {
  /** The field of the input that it fills. */
  readonly field: string;
  /** Other titles under which it is recognised. */
  readonly aliases?: readonly string[];
  readonly isRequired: boolean;
  readonly rule: Text;
  readonly example: string;
  readonly options?: readonly Text[];
  /** The value that the words mean; throws CellFault. Never called for an empty cell. */
  readonly reads: (words: string, context: Names) => unknown;
}

/** A further sheet whose rows belong to records of the main sheet, such as 联系人; its first column names the record. */
export interface PartSheet<Row> {
  readonly field: string;
  readonly title: Text;
  readonly owner: ImportColumn<Row>;
  readonly columns: readonly ImportColumn<never>[];
  readonly itemsOf: (row: Row) => readonly Readonly<Record<string, unknown>>[];
}

/** The names that cells use, with the ids behind them. */
export interface Names {
  readonly language: Language;
  /** The zone in which times are written. */
  readonly timeZone: string;
  readonly customers: NameTable;
  readonly teams: NameTable;
  /** Active colleagues, by user name or name. */
  readonly colleagues: NameTable;
  /** Whom somebody reports to. */
  readonly managerOf: (id: string) => string | null;
}

/** Names by id, and ids by name. */
export interface NameTable {
  readonly nameOf: (id: string) => string;
  /** The ids that go by this name or id. */
  readonly idsOf: (words: string) => readonly string[];
}

/** What is wrong with a cell. */
export class CellFault extends Error {
  constructor(
    readonly code: ImportFaultCode,
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'CellFault';
  }
}

interface Named {
  readonly _id: string;
  readonly name: string;
}

/**
 * A table of names; names are compared in one width and without spaces at their ends. `meant` are those that words may mean,
 * where not all may be chosen. A name that means others is not written: the id stands for it.
 */
export function nameTable(named: readonly Named[], meant = named): NameTable {
  const names = new Map(named.map(({ _id, name }) => [_id, name]));
  const meantIds = new Set(meant.map(({ _id }) => _id));
  const ids = new Map<string, string[]>();
  for (const { _id, name } of meant) {
    const alike = ids.get(plain(name));
    if (alike) alike.push(_id);
    else ids.set(plain(name), [_id]);
  }
  return {
    nameOf: (id) => {
      const name = names.get(id) ?? id;
      return (ids.get(plain(name)) ?? []).some((other) => other !== id) ? id : name;
    },
    idsOf: (words) => ids.get(plain(words)) ?? (meantIds.has(words.trim()) ? [words.trim()] : []),
  };
}

/** Words in one width, in small letters, without spaces at their ends: for comparing. */
export function plain(words: string): string {
  return words.normalize('NFKC').trim().toLowerCase();
}
