import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Progress, Typography } from 'antd';
import { useRef, useState } from 'react';
import { newKey } from '../../api/key';
import { upload } from '../../api/upload';
import { useApi } from '../../api/use-api';
import type { Attachment } from '../../api/types';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import type { FieldProps } from './props';
import { useCaseFiles } from '../case-files';

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.zip,.txt,.log';

interface Sending {
  readonly key: string;
  readonly name: string;
  readonly percent: number;
}

/** Files: uploaded one by one as they are chosen; the value is the list of their ids. */
export function AttachmentsField({ of, value = [], onChange, id }: FieldProps<readonly string[]>) {
  const client = useApi();
  const { say, language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [uploaded, setUploaded] = useState<readonly Attachment[]>([]);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const known = [...uploaded, ...useCaseFiles()];

  const send = async (file: File): Promise<Attachment | null> => {
    const key = newKey();
    const note = (percent: number) =>
      setSending((all) => [...all.filter((one) => one.key !== key), { key, name: file.name, percent }]);
    note(0);
    try {
      return await upload(client, file, key, note);
    } catch (error) {
      setFailure(say('form.uploadFailed', { why: `${file.name} ${whyOf(error, language)}` }));
      return null;
    } finally {
      setSending((all) => all.filter((one) => one.key !== key));
    }
  };

  const sendAll = async (files: readonly File[]) => {
    setFailure(null);
    const answers: Attachment[] = [];
    for (const file of files) {
      const answer = await send(file);
      if (answer) answers.push(answer);
    }
    setUploaded((all) => [...all, ...answers]);
    onChange?.([...value, ...answers.map((file) => file.id)]);
  };

  return (
    <Flex vertical gap={8} align="start">
      <input
        ref={input}
        type="file"
        className="away"
        tabIndex={-1}
        aria-hidden
        multiple={of.limits.maxItems !== 1}
        accept={ACCEPTED}
        data-testid="files"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void sendAll(files);
        }}
      />
      <Button id={id} icon={<UploadOutlined />} loading={sending.length > 0} onClick={() => input.current?.click()}>
        {say('form.upload')}
      </Button>
      <Typography.Text type="secondary">{say('form.uploadHelp')}</Typography.Text>
      {sending.map((one) => (
        <Flex key={one.key} gap={8} className="wide">
          <span>{one.name}</span>
          <Progress percent={one.percent} size="small" aria-label={one.name} />
        </Flex>
      ))}
      {failure !== null && <Alert type="error" showIcon title={failure} />}
      {value.map((fileId) => (
        <Flex key={fileId} gap={8} align="center" wrap>
          <PaperClipOutlined aria-hidden />
          <a href={`/api/v1/attachments/${encodeURIComponent(fileId)}`} download>
            {known.find((file) => file.id === fileId)?.fileName ?? fileId}
          </a>
          <Button type="link" size="small" danger onClick={() => onChange?.(value.filter((other) => other !== fileId))}>
            {say('action.remove')}
          </Button>
        </Flex>
      ))}
    </Flex>
  );
}
