import { hashOf } from '../../models/hash';

/** What a field was and what it became, as the access log keeps it; long values are shortened. */
export interface Change {
  readonly from: unknown;
  readonly to: unknown;
}

const LONGEST_TEXT = 200;
const LONGEST_VALUE = 1_000;
/** What the product keeps for itself, and what nobody is ever shown. */
const NEVER_TOLD: readonly string[] = [
  '_id',
  'version',
  'updatedAt',
  'enteredBy',
  'linksFrom',
  'keys',
  'passwordHash',
  'phrases',
  'leavingUntil',
  'isDemo',
  'search',
  'sealedUrl',
  'secrets',
  'pace',
];

/** The fields of which a row is to differ from what it was, each as before and after; of a new row, every one that it has. */
export function changesOf(
  before: Readonly<Record<string, unknown>> | null,
  wanted: Readonly<Record<string, unknown>>,
): Record<string, Change> {
  const told = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && !NEVER_TOLD.includes(name) && differs(before?.[name], value),
  );
  return Object.fromEntries(
    told.map(([name, value]) => [name, { from: shortened(before?.[name] ?? null), to: shortened(value) }]),
  );
}

/** True when a field is to become another; null and missing are the same. */
export function differs(before: unknown, after: unknown): boolean {
  return hashOf(before ?? null) !== hashOf(after ?? null);
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string') return clipped(value, LONGEST_TEXT);
  if (typeof value !== 'object' || value === null) return value;
  const text = JSON.stringify(value);
  return text.length <= LONGEST_VALUE ? value : clipped(text, LONGEST_VALUE);
}

function clipped(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters.slice(0, length).join('')}…（${characters.length} characters）`;
}
