import type { z } from 'zod';
import { IMPORT_FAULTS, type importFault, type ImportFaultCode } from '../../../models/contracts/imports';
import type { Language, Text } from '../../../models/contracts/text';
import { filled, type Facts } from '../../../models/faults';
import type { ImportColumn } from '../columns/column';

/** Codes that say all there is to say; the others are followed by how the column is written. */
const WITHOUT_RULE: readonly ImportFaultCode[] = [
  'rounded',
  'formula-error',
  'formula-without-value',
  'twice-in-file',
  'exists-already',
  'not-allowed',
  'scrapped',
  'not-for-customers',
  'reports-in-a-circle',
  'column-missing',
  'column-twice',
  'column-unknown',
  'nothing-to-import',
  'unknown-record',
];

/** A fault as it is answered. */
export type ImportFault = z.output<typeof importFault>;

/** Where a fault stands: the sheet, the row, the column with its letter, and the cell's words. */
export interface Place {
  readonly sheet: string;
  readonly row: number | null;
  readonly column?: { readonly title: Text; readonly rule?: Text } | undefined;
  readonly letter?: string | null;
  readonly value?: string | null;
}

/** A fault in the request's language. */
export function faultAt(language: Language, place: Place, code: ImportFaultCode, facts: Facts = {}): ImportFault {
  const { sheet, row, column, letter = null, value = null } = place;
  const said = filled(IMPORT_FAULTS[code], facts)[language];
  const rule = column?.rule && !WITHOUT_RULE.includes(code) ? column.rule[language] : '';
  const detail = rule === '' ? said : language === 'zh' ? `${said}（应为：${rule}）` : `${said} (expected: ${rule})`;
  return { sheet, row, column: column ? { title: column.title[language], letter } : null, value, code, detail };
}

/** The code for what a schema refuses. */
export function codeOfIssue(
  issue: z.core.$ZodIssue,
  value: unknown,
): { readonly code: ImportFaultCode; readonly facts: Readonly<Record<string, number>> } {
  if (value === undefined || value === '') return { code: 'required', facts: {} };
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { code: 'too-long', facts: { most: Number(issue.maximum) } };
  if (issue.code === 'invalid_value') return { code: 'not-one-of', facts: {} };
  if (issue.code === 'invalid_format' && issue.format === 'date') return { code: 'not-a-day', facts: {} };
  return { code: 'not-valid', facts: {} };
}

/** A column by the field that it fills. */
export function columnFor<Column extends Pick<ImportColumn<never>, 'field'>>(
  columns: readonly Column[],
  field: PropertyKey | undefined,
): Column | undefined {
  return columns.find((column) => column.field === field);
}
