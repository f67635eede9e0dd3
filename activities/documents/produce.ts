import type { DocumentRequest, FiledDocument } from '../../models/contracts/record';
import { usedInMs } from '../../models/calendar/clock';
import type { Database } from '../../models/db';
import type { Calendar } from '../../models/published-calendars';
import { storeFile } from '../../models/db/files';
import { CALLBACK_DOCUMENTS } from './callback';
import { CUTOVER_DOCUMENTS } from './change-cutover';
import type { DocumentSetting, View } from './case-view';
import { COMPLAINT_DOCUMENTS } from './complaint';
import { HIDDEN_DANGER_DOCUMENTS } from './hidden-danger';
import { MAJOR_DOCUMENTS } from './major-maintenance';
import { FAULT_DOCUMENTS } from './fault';
import { ONSITE_DOCUMENTS } from './onsite-service';
import { renderDocument } from './render';
import { scrapApprovalForm } from './scrap';

/** The documents of each procedure, by their kinds. */
const VIEWS: Readonly<Record<string, Readonly<Record<string, View>>>> = {
  scrap: { 'scrap-approval': scrapApprovalForm },
  'change-cutover': CUTOVER_DOCUMENTS,
  complaint: COMPLAINT_DOCUMENTS,
  'hidden-danger': HIDDEN_DANGER_DOCUMENTS,
  'major-maintenance': MAJOR_DOCUMENTS,
  callback: CALLBACK_DOCUMENTS,
  fault: FAULT_DOCUMENTS,
  'onsite-service': ONSITE_DOCUMENTS,
};

/** Renders a document and stores it under its id; produced again, it has the same bytes and is stored once. */
export async function produceDocument(
  { db, calendar }: { readonly db: Database; readonly calendar: Calendar },
  setting: Omit<DocumentSetting, 'used'>,
  request: DocumentRequest,
): Promise<FiledDocument> {
  const used = await usedBy(request, calendar);
  const view = VIEWS[request.head.process]?.[request.kind]?.(request, { ...setting, used });
  if (!view) throw new Error(`no document ${request.kind} of ${request.head.process} is known`);
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

/** What each clock of the case has used when the document is issued: only the calendar knows. */
async function usedBy({ caseClocks = [], calendar: running, issuedAt }: DocumentRequest, calendar: Calendar) {
  const measured = caseClocks.map(async ({ name, clock, stoppedIn = running }) => {
    const opened = stoppedIn && (await calendar.opened(stoppedIn));
    return [name, opened ? usedInMs(opened, clock, Date.parse(issuedAt)) : 0] as const;
  });
  return Object.fromEntries(await Promise.all(measured));
}
