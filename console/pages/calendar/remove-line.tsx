import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '../../words/use-language';

/** Takes a line out of a list; it is named by its place, counted from 0. */
export function RemoveLine({ index, remove }: { readonly index: number; readonly remove: (index: number) => void }) {
  const { say } = useLanguage();
  return (
    <Button
      icon={<DeleteOutlined aria-hidden />}
      aria-label={say('calendar.removeLine', { number: index + 1 })}
      onClick={() => remove(index)}
    />
  );
}
