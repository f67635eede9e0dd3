import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { download } from '../api/download';
import { useApi } from '../api/use-api';
import { useByLink } from '../session/by-link';
import { useLanguage } from '../words/use-language';
import { whyOf } from './why';

interface Props {
  readonly id: string;
  readonly fileName: string;
}

/** An uploaded file, to be downloaded. */
export function FileLink({ id, fileName }: Props) {
  const byLink = useByLink();
  if (byLink) return <FetchedFile path={`${byLink.filesAt}/${encodeURIComponent(id)}`} fileName={fileName} />;
  return (
    <a href={`/api/v1/attachments/${encodeURIComponent(id)}`} download={fileName}>
      <PaperClipOutlined aria-hidden /> {fileName}
    </a>
  );
}

/** The browser itself could not say who asks: that is not in a cookie. */
function FetchedFile({ path, fileName }: { readonly path: string; readonly fileName: string }) {
  const client = useApi();
  const { message } = App.useApp();
  const { language } = useLanguage();
  const fetchIt = () =>
    void download(client, path).catch((error: unknown) => void message.error(whyOf(error, language)));
  return (
    <Button type="link" size="small" className="file-link" icon={<PaperClipOutlined />} onClick={fetchIt}>
      {fileName}
    </Button>
  );
}
