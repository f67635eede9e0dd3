/** A type of file that may be uploaded, and how its bytes are known. */
export interface FileType {
  readonly contentType: string;
  readonly extensions: readonly string[];
  readonly matches: (bytes: Buffer) => boolean;
}

const ZIP = 'PK\u0003\u0004';
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

/** Every type of file that may be uploaded. */
export const FILE_TYPES: readonly FileType[] = [
  { contentType: 'application/pdf', extensions: ['pdf'], matches: (bytes) => has(bytes, '%PDF-') },
  { contentType: 'image/png', extensions: ['png'], matches: (bytes) => has(bytes, '\u0089PNG\r\n\u001a\n') },
  { contentType: 'image/jpeg', extensions: ['jpg', 'jpeg'], matches: (bytes) => has(bytes, '\u00ff\u00d8\u00ff') },
  { contentType: 'image/webp', extensions: ['webp'], matches: (bytes) => has(bytes, 'RIFF') && has(bytes, 'WEBP', 8) },
  {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    matches: (bytes) => isOffice(bytes, 'word/document.xml'),
  },
  {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    matches: (bytes) => isOffice(bytes, 'xl/workbook.xml'),
  },
  { contentType: 'application/zip', extensions: ['zip'], matches: (bytes) => has(bytes, ZIP) },
  { contentType: 'text/csv', extensions: ['csv'], matches: isText },
  { contentType: 'text/plain', extensions: ['txt', 'log'], matches: isText },
];

/** The type of a file when its name, what the sender says of it and its bytes agree; else null. */
export function typeOfFile(fileName: string, saidContentType: string, bytes: Buffer): FileType | null {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const type = FILE_TYPES.find(({ extensions }) => extensions.includes(extension));
  // Browsers have their own names for some types, so only the name of another type of this table contradicts.
  const said = FILE_TYPES.find(({ contentType }) => contentType === saidContentType);
  if (!type || (said && said !== type)) return null;
  return type.matches(bytes) ? type : null;
}

function has(bytes: Buffer, text: string, at = 0): boolean {
  return bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));
}

// The names of a zip's entries stand in it uncompressed.
function isOffice(bytes: Buffer, part: string): boolean {
  return has(bytes, ZIP) && bytes.includes('[Content_Types].xml') && bytes.includes(part);
}

function isText(bytes: Buffer): boolean {
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      return !CONTROL_CHARACTERS.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      return false;
    }
  });
}
