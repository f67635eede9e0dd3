import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import type { ImportKind } from '../../../models/contracts/imports';
import { download } from '../../api/download';
import { useApi } from '../../api/use-api';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';

/** What to fill in, as a workbook or as plain text. */
export function Templates({ kind }: { readonly kind: ImportKind }) {
  const client = useApi();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const taking = useMutation({
    mutationFn: async (format: string) => await download(client, `/imports/${kind}/template`, { format }),
    onError: (error) => void message.error(whyOf(error, language)),
  });
  return (
    <Flex vertical gap={12}>
      <span>{say('import.templateHelp')}</span>
      <Flex wrap gap={8}>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined aria-hidden />}
            loading={taking.isPending && taking.variables === format}
            onClick={() => taking.mutate(format)}
          >
            {say(`import.template.${format}`)}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
}
