/** What is known of a column before its width is settled. */
export interface ColumnDemand {
  /** The width at which none of its texts would break. */
  readonly unbrokenInPt: number;
  /** The width at which none of its words would break. */
  readonly longestWordInPt: number;
}

const narrowestInPt = 30;
// Halving so often settles a width on a page to far less than a printer's dot.
const halvings = 40;

/**
 * Widths that fill the page. Where the texts do not all fit unbroken, the columns that need least get what they need and
 * the others are held to one common width, so that a long comment breaks and a serial number does not.
 */
export function columnWidthsInPt(demands: readonly ColumnDemand[], totalInPt: number): readonly number[] {
  const unbrokenInPt = demands.map((demand) => Math.max(narrowestInPt, demand.unbrokenInPt));
  if (sum(unbrokenInPt) <= totalInPt) return scaledTo(unbrokenInPt, totalInPt);
  const wordsInPt = demands.map((demand) => Math.max(narrowestInPt, demand.longestWordInPt));
  const floorsInPt = sum(wordsInPt) <= totalInPt ? wordsInPt : wordsInPt.map(() => narrowestInPt);
  return heldToCommonWidth(floorsInPt, unbrokenInPt, totalInPt);
}

function heldToCommonWidth(
  floorsInPt: readonly number[],
  unbrokenInPt: readonly number[],
  totalInPt: number,
): readonly number[] {
  const widthsAt = (commonInPt: number): readonly number[] =>
    unbrokenInPt.map((each, at) => Math.min(each, Math.max(floorsInPt[at] ?? 0, commonInPt)));
  let low = 0;
  let high = totalInPt;
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (sum(widthsAt(middle)) <= totalInPt) low = middle;
    else high = middle;
  }
  return scaledTo(widthsAt(low), totalInPt);
}

function scaledTo(widthsInPt: readonly number[], totalInPt: number): readonly number[] {
  const sumInPt = sum(widthsInPt);
  return widthsInPt.map((each) => (each * totalInPt) / sumInPt);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
