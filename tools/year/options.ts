import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dateOf, dayNumber } from '../../models/calendar/days';
import type { Language } from '../../models/contracts/text';

/** Which days are run through, and how. */
export interface YearOptions {
  /** First and last day, `2026-01-01`. */
  readonly from: string;
  readonly to: string;
  /** The same seed gives the same diary, byte for byte. */
  readonly seed: string;
  /** Where the diary is written; undefined: standard output. */
  readonly out: string | undefined;
  readonly language: Language;
}

const FIRST = '2026-01-01';
const LAST = '2026-12-31';
const SEED = '2026';
const LONGEST_IN_DAYS = 3 * 366;

/** What `npm run year -- --help` says. */
export const USAGE = `npm run year -- [options]
  --from DAY         first day (${FIRST})
  --to DAY           last day (${LAST}); at most three years
  --seed TEXT        another seed, other people (${SEED}); the same seed, the same diary
  --out FILE         write the diary there instead of to standard output
  --language zh|en   language of the diary (zh)`;

/** Reads the options of a run; throws where they make no sense. Undefined when only help was asked for. */
export function optionsOf(args: readonly string[]): YearOptions | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean' }, from: text, to: text, seed: text, out: text, language: text },
  });
  if (values.help) return undefined;
  const [from, to] = [dayIn('from', values.from ?? FIRST), dayIn('to', values.to ?? LAST)];
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1) throw new Error(`--to ${to} is before --from ${from}\n${USAGE}`);
  if (days > LONGEST_IN_DAYS) throw new Error(`${days} days are more than three years\n${USAGE}`);
  const out = values.out === undefined ? undefined : resolve(values.out);
  return { from, to, seed: values.seed ?? SEED, out, language: languageIn(values.language ?? 'zh') };
}

function dayIn(name: string, value: string): string {
  try {
    return dateOf(dayNumber(value));
  } catch {
    throw new Error(`--${name} must be a day such as ${FIRST}, not ${value}\n${USAGE}`);
  }
}

function languageIn(value: string): Language {
  if (value === 'zh' || value === 'en') return value;
  throw new Error(`--language is zh or en, not ${value}\n${USAGE}`);
}
