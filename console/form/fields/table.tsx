import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form } from 'antd';
import { useLanguage } from '../../words/use-language';
import { faultOf } from '../rules';
import type { FormField } from '../schema';
import { FieldItem } from '../field-item';

/** Rows of the same fields, each as a card: that reads on a phone too. */
export function TableField({ of, path }: { readonly of: FormField; readonly path: readonly (string | number)[] }) {
  const { say, pick } = useLanguage();
  const label = pick(of.field.label);
  // What must be filled in begins with one row; what is there already stays as it is.
  const isEmpty = (Form.useFormInstance().getFieldValue([...path]) as unknown) === undefined;
  const begins = isEmpty ? { initialValue: of.field.optional ? [] : [{}] } : {};
  return (
    <Form.List
      name={[...path]}
      {...begins}
      rules={[
        {
          // Each field of a row says itself what is wrong with it.
          validator: async (_rule, rows: readonly unknown[] | undefined = []) => {
            const fault = faultOf({ ...of, columns: [] }, rows, label, say);
            if (fault !== null) throw new Error(fault);
          },
        },
      ]}
    >
      {(rows, { add, remove }, { errors }) => (
        <Flex vertical gap={12} role="group" aria-label={label}>
          {rows.map((row, index) => (
            <Card
              key={row.key}
              size="small"
              title={say('form.row', { row: index + 1 })}
              extra={
                <Button
                  type="text"
                  danger
                  icon={<DeleteOutlined />}
                  aria-label={say('form.removeRow', { row: index + 1 })}
                  onClick={() => remove(row.name)}
                />
              }
            >
              {of.columns.map((column) => (
                <FieldItem
                  key={column.name}
                  of={column}
                  path={[row.name, column.name]}
                  fullPath={[...path, row.name, column.name]}
                />
              ))}
            </Card>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({})}>
            {say('form.addRow')}
          </Button>
          <div role="alert">
            <Form.ErrorList errors={errors} />
          </div>
        </Flex>
      )}
    </Form.List>
  );
}
