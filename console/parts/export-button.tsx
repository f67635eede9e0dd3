import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { Query } from '../api/address';
import { download } from '../api/download';
import { useApi } from '../api/use-api';
import { useLanguage } from '../words/use-language';
import { whyOf } from './why';

/** Takes a list as a workbook, all of it, with the filters that stand above it. */
export function ExportButton({ list, filters = {} }: { readonly list: string; readonly filters?: Query }) {
  const client = useApi();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const taking = useMutation({
    mutationFn: async () => await download(client, `/exports/${list}`, filters),
    onError: (error) => void message.error(whyOf(error, language)),
  });
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={taking.isPending} onClick={() => taking.mutate()}>
      {say('action.export')}
    </Button>
  );
}
