import { Checkbox, Flex } from 'antd';
import { useLanguage } from '../../words/use-language';
import type { FieldProps } from './props';

/** Every item of a list, each to be confirmed. */
export function ChecklistField({
  of: { field },
  value = {},
  onChange,
  id,
}: FieldProps<Readonly<Record<string, true>>>) {
  const { pick } = useLanguage();
  return (
    <Flex vertical gap={8} id={id} role="group" aria-label={pick(field.label)}>
      {(field.options ?? []).map((item) => (
        <Checkbox
          key={item.value}
          checked={value[item.value] === true}
          onChange={({ target }) => {
            const { [item.value]: _before, ...others } = value;
            onChange?.(target.checked ? { ...others, [item.value]: true } : others);
          }}
        >
          {pick(item.label)}
        </Checkbox>
      ))}
    </Flex>
  );
}
