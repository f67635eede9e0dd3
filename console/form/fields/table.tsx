import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form } from 'antd';
import { useLanguage } from '../../words/use-language';
import type { FormField } from '../schema';
import { FieldItem } from '../field-item';

/** Rows of the same fields, each as a card: that reads on a phone too. */
export function TableField({ of, path }: { readonly of: FormField; readonly path: readonly (string | number)[] }) {
  const { say, pick } = useLanguage();
  return (
    <Form.List name={[...path]} initialValue={[{}]}>
      {(rows, { add, remove }) => (
        <Flex vertical gap={12} role="group" aria-label={pick(of.field.label)}>
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
        </Flex>
      )}
    </Form.List>
  );
}
