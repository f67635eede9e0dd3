import fc from 'fast-check';
import { safeFileName } from '../../api/use-cases/file-name';
import { typeOfFile } from '../../api/use-cases/file-types';

describe('the name of an uploaded file', () => {
  test.each([
    ['报告.pdf', '报告.pdf'],
    ['C:\\Users\\li\\报告.pdf', '报告.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['e\u0301tat.txt', '\u00e9tat.txt'],
    ['.htaccess', 'htaccess'],
    ['  a   b .pdf ', 'a b.pdf'],
    ['\ud800.pdf', 'pdf'],
    ['..', null],
    ['/', null],
    ['', null],
  ])('%j becomes %j', (sent, kept) => {
    expect(safeFileName(sent)).toBe(kept);
  });

  test('is short, keeps its extension, and holds nothing unseen, whatever was sent', () => {
    expect(safeFileName(`${'长'.repeat(300)}.docx`)).toBe(`${'长'.repeat(145)}.docx`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (sent) => {
        const name = safeFileName(sent);
        if (name === null) return;
        expect(Array.from(name).length).toBeLessThanOrEqual(150);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}]/u);
        expect(name).not.toMatch(/^\.|^\s|\s$/);
        expect(() => encodeURIComponent(name)).not.toThrow();
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});

describe('the type of an uploaded file', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const zip = (...names: readonly string[]) => latin(`PK\u0003\u0004${names.join('\u0000')}`);

  test.each([
    ['a.pdf', latin('%PDF-1.4'), 'application/pdf'],
    ['A.PNG', latin('\u0089PNG\r\n\u001a\n'), 'image/png'],
    ['a.jpeg', latin('\u00ff\u00d8\u00ff\u00e0'), 'image/jpeg'],
    ['a.webp', latin('RIFF1234WEBPVP8 '), 'image/webp'],
    ['a.docx', zip('[Content_Types].xml', 'word/document.xml'), /wordprocessingml/],
    ['a.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), /spreadsheetml/],
    ['a.zip', zip('anything'), 'application/zip'],
    ['session.log', Buffer.from('09:30 \u001b[31m告警\u001b[0m\r\n'), 'text/plain'],
    ['gbk.txt', Buffer.from([0xb1, 0xa8, 0xb7, 0xcf]), 'text/plain'],
  ])('%s is known by name and content', (name, bytes, contentType) => {
    expect(typeOfFile(name, 'application/octet-stream', bytes)?.contentType).toEqual(
      typeof contentType === 'string' ? contentType : expect.stringMatching(contentType),
    );
  });

  test.each([
    ['a.xlsx', zip('[Content_Types].xml', 'word/document.xml'), ''],
    ['a.png', latin('%PDF-1.4'), ''],
    ['a.pdf', latin(' %PDF-1.4'), ''],
    ['a.pdf.exe', latin('%PDF-1.4'), ''],
    ['a.svg', latin('<svg/>'), 'image/svg+xml'],
    ['a.txt', latin('a\u0000b'), 'text/plain'],
    ['a.zip', zip('a'), 'application/pdf'],
  ])('%s with other content is none', (name, bytes, said) => {
    expect(typeOfFile(name, said, bytes)).toBeNull();
  });
});
