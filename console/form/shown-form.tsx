import { Descriptions } from 'antd';
import type { Form } from '../api/types';
import { useLanguage } from '../words/use-language';
import { fieldsOf } from './schema';
import { ShownValue } from './shown-value';

/** A filled-in form, to be read. */
export function ShownForm({
  form,
  values,
}: {
  readonly form: Form;
  readonly values: Readonly<Record<string, unknown>>;
}) {
  const { pick } = useLanguage();
  const fields = fieldsOf(form).filter((one) => values[one.name] !== undefined);
  return (
    <Descriptions
      size="small"
      column={1}
      items={fields.map((of) => ({
        key: of.name,
        label: pick(of.field.label),
        children: <ShownValue of={of} value={values[of.name]} />,
      }))}
    />
  );
}
