import { UploadOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useRef } from 'react';
import { useLanguage } from '../../words/use-language';

interface Props {
  readonly name: string | undefined;
  readonly isRead: boolean;
  /** The kinds of files, as the browser's own dialog takes them. */
  readonly accept?: string;
  /** What may be chosen, in words. */
  readonly hint?: string;
  readonly choose: (file: File) => void;
}

/** Asks for one file; the same one can be chosen again after it was mended. */
export function FileChoice({ name, isRead, accept = '.xlsx,.csv', hint, choose }: Props) {
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
        accept={accept}
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
      <span className="quiet">{name ?? hint ?? say('import.kinds')}</span>
    </Flex>
  );
}
