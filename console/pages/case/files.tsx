import { FilePdfOutlined } from '@ant-design/icons';
import { Card } from 'antd';
import type { Case } from '../../api/types';
import { FileLink } from '../../parts/file-link';
import { Instant } from '../../parts/instant';
import { sizeOf } from '../../parts/size';
import { useLanguage } from '../../words/use-language';

/** The documents that the procedure produced, and the files that people handed in. */
export function Files({ row }: { readonly row: Case }) {
  const { say } = useLanguage();
  return (
    <>
      <Card title={say('case.documents')}>
        {row.documents.length === 0 && <span className="quiet">{say('case.noDocuments')}</span>}
        <ul className="cards" aria-label={say('case.documents')}>
          {row.documents.map((document) => (
            <li key={document.id}>
              <div className="card-line">
                <a href={`${addressOf(document.id)}?inline=true`} target="_blank" rel="noreferrer">
                  <FilePdfOutlined aria-hidden /> {document.title}
                </a>
                <a href={addressOf(document.id)} download={document.fileName}>
                  {say('case.download')}
                </a>
              </div>
              <div className="card-line quiet">
                <Instant at={document.at} />
                {sizeOf(document.sizeInBytes)}
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say('case.attachments')}>
        {row.attachments.length === 0 && <span className="quiet">{say('case.noAttachments')}</span>}
        <ul className="cards" aria-label={say('case.attachments')}>
          {row.attachments.map((file) => (
            <li key={file.id}>
              <FileLink id={file.id} fileName={file.fileName} />
              <div className="card-line quiet">
                {file.owner.name}
                <Instant at={file.at} />
                {sizeOf(file.sizeInBytes)}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function addressOf(documentId: string): string {
  return `/api/v1/documents/${encodeURIComponent(documentId)}`;
}
