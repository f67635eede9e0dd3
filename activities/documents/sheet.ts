import { registerFonts } from './fonts';
import { colours } from './text-style';

/** The paper: A4 upright, with room for the running lines at head and foot. */
export const paper = {
  widthInPt: 595.28,
  heightInPt: 841.89,
  leftInPt: 51,
  contentWidthInPt: 493.28,
  firstPageTopInPt: 46,
  nextPagesTopInPt: 58,
  bottomInPt: 779,
} as const;

const frameInPt = 1.2;

/** The sheets of one document and the place on them where the next row goes. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  yInPt(): number;
  roomInPt(): number;
  /** The room that a page offers when nothing is on it yet. */
  fullRoomInPt(): number;
  advance(heightInPt: number): void;
  turnPage(): void;
  /** Begins the thick frame around the form here, unless it has begun. */
  openFrame(): void;
  /** Ends the frame here, if one was begun. */
  closeFrame(): void;
}

/** The first sheet of a document, empty. */
export function createSheet(doc: PDFKit.PDFDocument): Sheet {
  registerFonts(doc);
  doc.addPage();
  let yInPt: number = paper.firstPageTopInPt;
  let frameTopInPt: number | null = null;

  function closeFrame(): void {
    if (frameTopInPt === null) return;
    doc.rect(paper.leftInPt, frameTopInPt, paper.contentWidthInPt, yInPt - frameTopInPt);
    doc.lineWidth(frameInPt).stroke(colours.border);
    frameTopInPt = null;
  }

  return {
    doc,
    yInPt: () => yInPt,
    roomInPt: () => paper.bottomInPt - yInPt,
    fullRoomInPt: () => paper.bottomInPt - paper.nextPagesTopInPt,
    advance: (heightInPt) => {
      yInPt += heightInPt;
    },
    turnPage: () => {
      closeFrame();
      doc.addPage();
      yInPt = paper.nextPagesTopInPt;
    },
    openFrame: () => {
      frameTopInPt ??= yInPt;
    },
    closeFrame,
  };
}
