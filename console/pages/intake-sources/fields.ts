import type { IntakeSource } from '../../api/types';
import type { FormField } from '../../form/schema';
import { WORDS, type WordKey } from '../../words';

const KINDS: readonly IntakeSource['kind'][] = ['form', 'alerts'];
const ANSWERS = ['yes', 'no'] as const;

const line = (name: string, key: WordKey, maxLength: number, optional = false): FormField => ({
  name,
  field: { kind: 'text', label: WORDS[key], optional },
  limits: { maxLength },
  columns: [],
});
const choice = (name: string, key: WordKey, options: readonly (readonly [value: string, title: WordKey])[]) => ({
  ...line(name, key, 0),
  field: {
    ...{ kind: 'choice' as const, label: WORDS[key], optional: false },
    options: options.map(([value, title]) => ({ value, label: WORDS[title] })),
  },
  limits: {},
});

const NAME = line('name', 'source.name', 100);
const CONTACT = line('contact', 'source.contact', 200, true);
const RECOVERY = choice(
  'recovery',
  'source.closesOnRecovery',
  ANSWERS.map((answer) => [answer, `word.${answer}`]),
);

/** What is filled in of a new source. */
export const FIELDS_OF_NEW: readonly FormField[] = [
  choice(
    'kind',
    'source.kind',
    KINDS.map((kind) => [kind, `source.kind.${kind}`]),
  ),
  NAME,
  { ...NAME, name: 'customerId', field: { kind: 'customer', label: WORDS['source.customer'], optional: false } },
  CONTACT,
];

/** What may be changed of a source of a kind. */
export function fieldsOf({ kind }: IntakeSource): readonly FormField[] {
  return kind === 'form' ? [NAME, CONTACT] : [NAME, RECOVERY];
}

/** A source as its form shows it. */
export function valuesOf(row: IntakeSource): Readonly<Record<string, unknown>> {
  return { ...row, recovery: ANSWERS[row.closesOnRecovery ? 0 : 1] };
}

/** What the API gets of the form; what was emptied is said to be empty. */
export function bodyOf({ name, contact, recovery, ...others }: Readonly<Record<string, unknown>>) {
  return {
    ...others,
    name,
    ...(recovery === undefined
      ? { contact: contact === undefined || contact === '' ? null : contact }
      : { closesOnRecovery: recovery === ANSWERS[0] }),
  };
}
