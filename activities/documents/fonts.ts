import { readFileSync } from 'node:fs';
import { fontTablesOf, withoutTables } from './font-tables';

const fontPackage = '@expo-google-fonts/noto-sans-sc';

/** The two weights, read once: at 10 MB each they are too much to read for every document. */
export const fonts = {
  regular: read('400Regular/NotoSansSC_400Regular.ttf'),
  bold: read('600SemiBold/NotoSansSC_600SemiBold.ttf'),
} as const;

/** The weight in which a run of letters is set. */
export type FontName = keyof typeof fonts;

/** Makes both weights known to a document under their names. */
export function registerFonts(doc: PDFKit.PDFDocument): void {
  doc.registerFont('regular', fonts.regular.file);
  doc.registerFont('bold', fonts.bold.file);
}

// Letters stand side by side as the ruler measures them. pdfkit would read the tables of ligatures and kerning anew for each document,
// which takes a third of the rendering time.
function read(name: string) {
  const file = withoutTables(readFileSync(require.resolve(`${fontPackage}/${name}`)), ['GSUB', 'GPOS']);
  return { file, tables: fontTablesOf(file) };
}
