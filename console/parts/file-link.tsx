import { PaperClipOutlined } from '@ant-design/icons';

/** An uploaded file, to be downloaded. */
export function FileLink({ id, fileName }: { readonly id: string; readonly fileName: string }) {
  return (
    <a href={`/api/v1/attachments/${encodeURIComponent(id)}`} download={fileName}>
      <PaperClipOutlined aria-hidden /> {fileName}
    </a>
  );
}
