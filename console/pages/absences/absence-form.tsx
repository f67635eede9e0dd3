import type { Absence } from '../../api/types';
import { useApi } from '../../api/use-api';
import type { FormField, ShownField } from '../../form/schema';
import { FormDialog } from '../../parts/form-dialog';
import { useNow } from '../../parts/use-now';
import { useMe } from '../../session/use-me';
import { WORDS, type WordKey } from '../../words';
import { useLanguage } from '../../words/use-language';

type Name = 'personId' | 'substituteId' | 'from' | 'to' | 'reason';

const field = (name: Name, key: WordKey, kind: ShownField['kind'], maxLength?: number): FormField => ({
  ...{ name, field: { kind, label: WORDS[key], optional: false }, columns: [] },
  limits: maxLength === undefined ? {} : { maxLength },
});
const PERSON = field('personId', 'absence.person', 'person');
const FROM = field('from', 'absence.from', 'instant');
const OTHERS = [
  field('to', 'absence.to', 'instant'),
  field('substituteId', 'absence.substitute', 'person'),
  field('reason', 'absence.reason', 'text', 200),
];

/** Enters an absence, or changes one; whose it is and when it began stay as they are. */
export function AbsenceForm({ row, close }: { readonly row: Absence | null; readonly close: () => void }) {
  const client = useApi();
  const me = useMe();
  const { say } = useLanguage();
  const now = useNow();
  const hasBegun = row !== null && Date.parse(row.from) <= now;
  return (
    <FormDialog<Absence>
      title={say(row ? 'absence.change' : 'absences.add')}
      fields={[...(row ? [] : [PERSON]), ...(hasBegun ? [] : [FROM]), ...OTHERS]}
      first={row ? { ...row } : { personId: me.id }}
      send={async (values, key) => {
        if (!row) return await client.post('/absences', values, key);
        const path = `/absences/${encodeURIComponent(row.id)}`;
        return await client.send('PATCH', path, { body: values, version: row.version });
      }}
      close={close}
    />
  );
}
