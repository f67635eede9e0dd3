import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { download } from '../../api/download';
import { useApi } from '../../api/use-api';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';

/** The calendar as a file: all of it, or a year for other calendar programs. */
export function CalendarFiles({ id, year }: { readonly id: string; readonly year: number }) {
  const client = useApi();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const taking = useMutation({
    mutationFn: async (format: 'json' | 'ics') =>
      await download(client, `/calendars/${encodeURIComponent(id)}/export`, { format, year }),
    onError: (error) => void message.error(whyOf(error, language)),
  });
  const button = (format: 'json' | 'ics', words: string) => (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      loading={taking.isPending && taking.variables === format}
      onClick={() => taking.mutate(format)}
    >
      {words}
    </Button>
  );
  return (
    <Flex wrap gap={8}>
      {button('json', say('calendar.exportJson'))}
      {button('ics', say('calendar.exportIcs', { year }))}
    </Flex>
  );
}
