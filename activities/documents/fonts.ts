import { readFileSync } from 'node:fs';

const fontPackage = '@expo-google-fonts/noto-sans-sc';

/** The bytes of the two weights, read once: at 10 MB each they are too much to read for every document. */
export const fontFiles = {
  regular: readFileSync(require.resolve(`${fontPackage}/400Regular/NotoSansSC_400Regular.ttf`)),
  bold: readFileSync(require.resolve(`${fontPackage}/600SemiBold/NotoSansSC_600SemiBold.ttf`)),
} as const;

/** The weight in which a run of letters is set. */
export type FontName = keyof typeof fontFiles;

/** Makes both weights known to a document under their names. */
export function registerFonts(doc: PDFKit.PDFDocument): void {
  doc.registerFont('regular', fontFiles.regular);
  doc.registerFont('bold', fontFiles.bold);
}
