import { useNavigate } from 'react-router';
import { useApi } from '../../api/use-api';
import { FormDialog } from '../../parts/form-dialog';
import { addressOfFound } from '../../parts/found';
import { useLanguage } from '../../words/use-language';
import { EDITED, type EditedKind } from './kinds';

interface Row {
  readonly id: string;
  readonly version: number;
}

interface Props {
  readonly kind: EditedKind;
  /** The record to change; null to add one. */
  readonly row: Row | null;
  readonly close: () => void;
}

/** Adds a record, or changes one unless somebody else has done so since it was read. */
export function RecordForm({ kind, row, close }: Props) {
  const client = useApi();
  const navigate = useNavigate();
  const { say } = useLanguage();
  const { added, fields, fixed, bodyOf, valuesOf } = EDITED[kind];
  const record: Readonly<Record<string, unknown>> = { ...row };
  return (
    <FormDialog<Row>
      title={row ? say('action.edit') : say(added)}
      fields={row ? fields : [...fixed, ...fields]}
      first={valuesOf ? valuesOf(record) : record}
      send={async (values, key) => {
        const body = bodyOf(values);
        if (!row) return await client.post<Row>(`/${kind}`, body, key);
        return await client.send('PATCH', `/${kind}/${encodeURIComponent(row.id)}`, { body, version: row.version });
      }}
      done={({ id }) => {
        if (!row) void navigate(addressOfFound({ kind: kind === 'users' ? 'people' : kind, id }));
      }}
      close={close}
    />
  );
}
