import { UploadOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useRef } from 'react';
import { useLanguage } from '../../words/use-language';

interface Props {
  readonly name: string | undefined;
  readonly isRead: boolean;
  readonly choose: (file: File) => void;
}

/** Asks for one file; the same one can be chosen again after it was mended. */
export function FileChoice({ name, isRead, choose }: Props) {
  const { say } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Flex wrap gap={12} align="center">
      <input
        ref={input}
        type="file"
        className="away"
        tabIndex={-1}
        aria-hidden
        accept=".xlsx,.csv"
        data-testid="import-file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) choose(file);
          event.target.value = '';
        }}
      />
      <Button
        type="primary"
        icon={<UploadOutlined aria-hidden />}
        loading={isRead}
        onClick={() => input.current?.click()}
      >
        {say(name === undefined ? 'import.choose' : 'import.chooseAgain')}
      </Button>
      <span className="quiet">{name ?? say('import.kinds')}</span>
    </Flex>
  );
}
