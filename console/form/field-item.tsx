import { Form } from 'antd';
import { assertNever } from '../../models/codes';
import { useLanguage } from '../words/use-language';
import { AttachmentsField } from './fields/attachments';
import { ChecklistField } from './fields/confirmed';
import { ChoiceField, DateField, InstantField, NumberField, TextField } from './fields/plain';
import { PeopleField } from './fields/people';
import { ReferenceField } from './fields/reference';
import { SignatureField } from './fields/signature';
import { TableField } from './fields/table';
import { faultOf } from './rules';
import type { FormField } from './schema';

interface Props {
  readonly of: FormField;
  /** Where the value is in the form; within a table, below its row. */
  readonly path: readonly (string | number)[];
  readonly fullPath?: readonly (string | number)[];
}

/** One field of a form with its label and what is wrong with it. */
export function FieldItem({ of, path, fullPath = path }: Props) {
  const { say, pick } = useLanguage();
  const label = pick(of.field.label);
  if (of.field.kind === 'table')
    return (
      <Form.Item label={label} required={!of.field.optional}>
        <TableField of={of} path={fullPath} />
      </Form.Item>
    );
  return (
    <Form.Item
      name={[...path]}
      label={label}
      required={!of.field.optional}
      rules={[
        {
          validator: async (_rule, value: unknown) => {
            const fault = faultOf(of, value, label, say);
            if (fault !== null) throw new Error(fault);
          },
        },
      ]}
    >
      {control(of)}
    </Form.Item>
  );
}

function control(of: FormField) {
  const { kind } = of.field;
  switch (kind) {
    case 'text':
      return <TextField of={of} />;
    case 'number':
    case 'money':
      return <NumberField of={of} />;
    case 'date':
      return <DateField of={of} />;
    case 'instant':
      return <InstantField of={of} />;
    case 'choice':
      return <ChoiceField of={of} />;
    case 'person':
    case 'device':
    case 'customer':
    case 'case':
    case 'team':
      return <ReferenceField kind={kind} />;
    case 'people':
      return <PeopleField of={of} />;
    case 'attachments':
      return <AttachmentsField of={of} />;
    case 'checklist':
      return <ChecklistField of={of} />;
    case 'signature':
      return <SignatureField of={of} />;
    case 'table':
      return null;
    default:
      return assertNever(kind);
  }
}
