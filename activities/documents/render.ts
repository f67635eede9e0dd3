import { buffer } from 'node:stream/consumers';
import type { DocumentView } from '../../models/contracts/document';
import { placeBlock } from './block';
import { placeMasthead } from './masthead';
import { newDocument } from './new-document';
import { drawRunningLines } from './running-lines';
import { createSheet } from './sheet';

/** Prints a document as a PDF form; the same view gives the same bytes. */
export async function renderDocument(view: DocumentView): Promise<Buffer> {
  const doc = newDocument(view);
  const bytes = buffer(doc);
  const sheet = createSheet(doc);
  placeMasthead(sheet, view);
  for (const block of view.blocks) placeBlock(sheet, block);
  sheet.closeFrame();
  drawRunningLines(sheet, view);
  doc.end();
  return bytes;
}
