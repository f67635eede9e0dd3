import { SaxesParser } from 'saxes';
import { said } from '../../models/faults';
import { UnreadableFile } from './cells';
import type { Parts } from './unzip';

/** What is told of an XML part: elements by their name without prefix, and text; `stop` ends the reading. */
export interface PartListener {
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>, stop: () => void) => void;
  readonly onText?: (text: string) => void;
  readonly onClose?: (name: string, stop: () => void) => void;
}

/** Reads an XML part as it is unpacked. A document type, and with it every entity of its own, is refused. */
export async function parsePart(parts: Parts, name: string, listener: PartListener): Promise<void> {
  const parser = new SaxesParser({ fragment: false, xmlns: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const state = { goesOn: true };
  const stop = () => void (state.goesOn = false);
  parser.on('doctype', () => {
    throw new UnreadableFile('file-unreadable', said('document-type'));
  });
  parser.on('error', (error) => {
    throw new UnreadableFile('file-unreadable', said('not-xlsx', { why: error.message }));
  });
  parser.on('opentag', (tag) => {
    if (state.goesOn) listener.onOpen?.(localName(tag.name), tag.attributes, stop);
  });
  parser.on('closetag', (tag) => {
    if (state.goesOn) listener.onClose?.(localName(tag.name), stop);
  });
  if (listener.onText) parser.on('text', listener.onText);
  await parts.read(name, (piece) => {
    parser.write(decoder.decode(piece, { stream: true }));
    return state.goesOn;
  });
  if (state.goesOn) parser.write(decoder.decode()).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
