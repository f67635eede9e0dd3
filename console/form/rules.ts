import type { Mark } from '../../models/contracts/signing';
import { isTooLittle } from '../../models/contracts/strokes';
import type { Say } from '../words/say';
import type { FormField } from './schema';

/** The first thing that is wrong with the value of a field, in words; null when there is nothing. */
export function faultOf({ field, limits, columns }: FormField, value: unknown, label: string, say: Say): string | null {
  if (isMissing(value)) return field.optional ? null : say(missingWords(field), { label });
  if (field.kind === 'signature') return isDots(value) ? say('sign.tooLittle') : null;
  if (field.kind === 'checklist') return areAllTrue(value, field.options ?? []) ? null : say('form.allChecked');
  if (typeof value === 'string') return faultOfText(value, limits, say);
  if (typeof value === 'number') return faultOfNumber(value, limits, say);
  if (!Array.isArray(value)) return null;
  if (limits.minItems !== undefined && value.length < limits.minItems)
    return say('form.atLeast', { min: limits.minItems });
  if (limits.maxItems !== undefined && value.length > limits.maxItems)
    return say('form.atMost', { max: limits.maxItems });
  const isUnfinished = value.some((row: unknown) =>
    columns.some((column) => faultOf(column, (row as Readonly<Record<string, unknown>>)[column.name], '', say)),
  );
  return isUnfinished ? say('form.invalid') : null;
}

/** Values as the API wants them: what was left empty is left out. */
export function cleaned(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(values).filter(([, value]) => !isMissing(value));
  return Object.fromEntries(entries.map(([name, value]) => [name, cleanedValue(value)]));
}

function cleanedValue(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((row: unknown) =>
    typeof row === 'object' && row !== null ? cleaned(row as Record<string, unknown>) : row,
  );
}

function isMissing(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

function missingWords({ kind, signing }: FormField['field']) {
  if (signing) return signing === 'required' ? 'sign.needed' : 'sign.neededAny';
  if (kind === 'signature') return 'form.signNeeded';
  return kind === 'checklist' ? 'form.allChecked' : 'form.needed';
}

function isDots(value: unknown): boolean {
  const mark = value as true | Mark;
  return mark !== true && mark.kind === 'drawn' && isTooLittle(mark.strokes);
}

function areAllTrue(value: unknown, items: readonly { readonly value: string }[]): boolean {
  const checked = value as Readonly<Record<string, unknown>>;
  return items.every((item) => checked[item.value] === true);
}

function faultOfText(value: string, { maxLength }: FormField['limits'], say: Say): string | null {
  return maxLength !== undefined && value.length > maxLength ? say('form.tooLong', { max: maxLength }) : null;
}

function faultOfNumber(value: number, { minimum, maximum }: FormField['limits'], say: Say): string | null {
  if (minimum !== undefined && value < minimum) return say('form.tooSmall', { min: minimum });
  return maximum !== undefined && value > maximum ? say('form.tooLarge', { max: maximum }) : null;
}
