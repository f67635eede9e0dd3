import { assertNever } from '../../models/codes';
import type { PrintedField } from '../../models/contracts/document';
import type { Field } from '../../models/contracts/fields';
import type { Form } from '../../models/contracts/form';
import { isMark } from '../../models/contracts/signing';
import { shownInstant } from '../../models/contracts/time';

/** What is needed to print values that name other records, or that are times. */
export interface Printing {
  readonly names: Readonly<Record<string, string>>;
  readonly timeZone: string;
  /** Printed in the place of a signature. */
  readonly signature: string;
}

/** A filled-in form as printed fields, in the form's order, with its Chinese labels. */
export function printedForm(form: Form, values: Readonly<Record<string, unknown>>, printing: Printing): PrintedField[] {
  return Object.entries(form.fields).map(([name, field]) => ({
    label: field.label.zh,
    value: printedValue(field, values[name], printing),
    ...(isWide(field) ? { wide: true } : {}),
    ...drawnIn(values[name]),
  }));
}

function drawnIn(value: unknown): Pick<PrintedField, 'drawing'> {
  return isMark(value) && value.kind === 'drawn' ? { drawing: value.strokes } : {};
}

function isWide(field: Field): boolean {
  return (
    field.multiline === true || field.kind === 'attachments' || field.kind === 'checklist' || field.kind === 'table'
  );
}

function printedValue(field: Field, value: unknown, printing: Printing): string {
  if (value === undefined || value === null) return '';
  const said = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const named = (id: string) => printing.names[id] ?? id;
  switch (field.kind) {
    case 'text':
    case 'date':
      return said;
    case 'number':
      return `${said} ${field.unit ?? ''}`.trim();
    case 'money':
      return yuan(Number(said));
    case 'instant':
      return shownInstant(said, printing.timeZone, 'zh');
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label.zh ?? said;
    case 'person':
    case 'device':
    case 'customer':
    case 'case':
      return named(said);
    case 'attachments':
      return (value as string[]).map(named).join('\n');
    case 'checklist':
      return (field.options ?? []).map((option) => `☑ ${option.label.zh}`).join('\n');
    case 'table':
      return (value as Record<string, unknown>[]).map((row) => printedRow(field, row, printing)).join('\n');
    case 'signature':
      return printing.signature;
    default:
      return assertNever(field.kind);
  }
}

function printedRow(field: Field, row: Readonly<Record<string, unknown>>, printing: Printing): string {
  return Object.entries(field.columns ?? {})
    .map(([name, column]) => printedValue(column, row[name], printing))
    .join('　');
}

/** An amount as printed on Chinese forms: `￥12,800.00`. */
export function yuan(amount: number): string {
  return `￥${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}
