import PDFDocument from 'pdfkit';
import type { DocumentView } from '../../models/contracts/document';
import { printableLine } from './printable';

/** An empty PDF whose dates and identity come from the view alone, so that the same view gives the same bytes. */
export function newDocument(view: DocumentView): PDFKit.PDFDocument {
  const issuedAt = new Date(view.issuedAt);
  const title = metadataText(view.title);
  const caseId = metadataText(view.caseId);
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `${title} ${caseId}`,
      Author: metadataText(view.company),
      Subject: caseId,
      Keywords: `${view.journalHead.seq} ${metadataText(view.journalHead.hash)}`,
      Creator: 'Opsflow',
      Producer: 'PDFKit',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  doc.appendXML(modifyDate(issuedAt));
  return doc;
}

// PDFKit puts these texts into XML as they are, where <, > and & would end the document's metadata.
function metadataText(text: string): string {
  return printableLine(text).replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');
}

function modifyDate(at: Date): string {
  const seconds = `${at.toISOString().slice(0, 19)}Z`;
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:ModifyDate>${seconds}</xmp:ModifyDate></rdf:Description>`;
}
