import fc from 'fast-check';
import { renderDocument } from '../../activities/documents/render';
import { paper } from '../../activities/documents/sheet';
import type { DocumentView, PrintedBlock } from '../../models/contracts/document';
import { pdfPages, type PdfText } from './documents.pdf-text';

// Kerning sets a few pairs of Latin letters wider apart than the sum of their widths, by which lines are broken.
const toleranceInPt = 1;

const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.stringMatching(/^[一-龥，。；：（）“”\n A-Za-z0-9-]{0,300}$/) },
  { weight: 1, arbitrary: fc.constantFrom('W'.repeat(400), '，'.repeat(200), '长'.repeat(4000), '\n'.repeat(50), '') },
);

const anyBlock: fc.Arbitrary<PrintedBlock> = fc.oneof(
  fc.record({
    kind: fc.constant('fields' as const),
    title: anyText,
    fields: fc.array(
      fc
        .record({ label: anyText, value: anyText, isWide: fc.boolean() })
        .map(({ label, value, isWide }) => (isWide ? { label, value, wide: true } : { label, value })),
      { maxLength: 6 },
    ),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    title: anyText,
    columns: fc.array(anyText, { maxLength: 16 }),
    rows: fc.array(fc.array(anyText, { maxLength: 16 }), { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant('decisions' as const),
    title: anyText,
    decisions: fc.array(
      fc.record({
        step: anyText,
        outcome: anyText,
        by: anyText,
        forWhom: fc.option(anyText),
        at: anyText,
        comment: anyText,
        isVoid: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({ kind: fc.constant('note' as const), text: anyText }),
);

const anyView: fc.Arbitrary<DocumentView> = fc.record({
  title: anyText,
  company: anyText,
  caseId: anyText,
  conclusion: fc.option(anyText),
  issuedAt: fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString()),
  timeZone: fc.constantFrom('Asia/Shanghai', 'UTC'),
  blocks: fc.array(anyBlock, { maxLength: 4 }),
  journalHead: fc.record({ seq: fc.nat(), hash: anyText }),
});

describe('whatever people write', () => {
  it('is printed, inside the page, with no line over another', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, async (view) => {
        for (const page of pdfPages(await renderDocument(view))) {
          for (const run of page) expect(isInsidePage(run)).toBe(true);
          expect(overlaps(page)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

function isInsidePage(run: PdfText): boolean {
  const leftInPt = paper.leftInPt - toleranceInPt;
  const rightInPt = paper.leftInPt + paper.contentWidthInPt + toleranceInPt;
  const isBetweenEdges = run.xInPt >= leftInPt && run.xInPt + run.widthInPt <= rightInPt;
  return isBetweenEdges && run.yInPt > 20 && run.yInPt < paper.heightInPt - 30;
}

function overlaps(page: readonly PdfText[]): readonly string[] {
  const inkTopFirst = [...page].sort((one, other) => other.yInPt - one.yInPt);
  return inkTopFirst.flatMap((upper, index) =>
    inkTopFirst
      .slice(index + 1)
      .filter((lower) => isOver(upper, lower))
      .map((lower) => `${upper.text} / ${lower.text}`),
  );
}

function isOver(upper: PdfText, lower: PdfText): boolean {
  const isBeside =
    upper.xInPt + upper.widthInPt <= lower.xInPt + toleranceInPt ||
    lower.xInPt + lower.widthInPt <= upper.xInPt + toleranceInPt;
  // A Chinese letter stands 0.88 of its size above the baseline and hangs 0.12 below it.
  const isAbove = upper.yInPt - 0.12 * upper.sizeInPt >= lower.yInPt + 0.88 * lower.sizeInPt;
  return !isBeside && !isAbove;
}
