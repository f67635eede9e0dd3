import type { DocumentView } from '../../models/contracts/document';
import type { DocumentRequest, FiledDocument } from '../../models/contracts/record';
import type { Database } from '../../models/db';
import { storeFile } from '../../models/db/files';
import { cutoverPlanDocument, cutoverReportDocument, testReportDocument } from './change-cutover';
import {
  complaintRegisterDocument,
  complaintReportDocument,
  measuresNoticeDocument,
  meetingMinutesDocument,
  rectificationDocument,
} from './complaint';
import { renderDocument } from './render';
import { scrapApprovalForm } from './scrap';

/** What every document of an installation has in common. */
export interface DocumentSetting {
  readonly company: string;
  readonly timeZone: string;
}

type View = (request: DocumentRequest, setting: DocumentSetting) => DocumentView;

const VIEWS: Readonly<Record<string, View>> = {
  'scrap-approval': scrapApprovalForm,
  'cutover-plan': cutoverPlanDocument,
  'test-report': testReportDocument,
  'cutover-report': cutoverReportDocument,
  'complaint-register': complaintRegisterDocument,
  'meeting-minutes': meetingMinutesDocument,
  rectification: rectificationDocument,
  'measures-notice': measuresNoticeDocument,
  'complaint-report': complaintReportDocument,
};

/** Renders a document and stores it under its id; produced again, it has the same bytes and is stored once. */
export async function produceDocument(
  db: Database,
  setting: DocumentSetting,
  request: DocumentRequest,
): Promise<FiledDocument> {
  const view = VIEWS[request.kind]?.(request, setting);
  if (!view) throw new Error(`no document of the kind ${request.kind} is known`);
  const bytes = await renderDocument(view);
  const sha256 = await storeFile(db.connection, 'documents', request.id, bytes);
  return {
    id: request.id,
    kind: request.kind,
    title: view.title,
    fileName: `${view.title}-${request.head.id}.pdf`,
    sha256,
    sizeInBytes: bytes.length,
    at: request.issuedAt,
  };
}
