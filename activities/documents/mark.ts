import type { Mark } from '../../models/contracts/signing';
import { SIGNATURE_BOX, type Strokes } from '../../models/contracts/strokes';
import type { Line } from './row';
import { styles } from './text-style';

/** A drawn signature as a line of its own; `behindInPt` is kept free at its right. */
export function drawnLine(drawing: Strokes, align: Line['align'], behindInPt = 0): Line {
  return { text: '', style: styles.signature, align, drawing, behindInPt };
}

/** How wide a signature is drawn: the whole box in which somebody signed, as high as its line. */
export const drawnWidthInPt = (styles.signature.leadingInPt * SIGNATURE_BOX.width) / SIGNATURE_BOX.height;

/** Who signed, for whom they acted, and the name that they wrote. */
export function signedBy(by: string, forWhom: string | null, mark: Mark | undefined): string {
  return `${by}${forWhom === null ? '' : `（代 ${forWhom}）`}${markWords(by, mark)}`;
}

/** What stands behind a signer's name: the name that they wrote themselves, where that says more. */
function markWords(by: string, mark: Mark | undefined): string {
  if (!mark) return '';
  if (mark.kind === 'typed') return mark.name === by ? '（键入姓名）' : `（键入姓名：${mark.name}）`;
  return mark.name === by ? '' : `（署名：${mark.name}）`;
}
