import type { PrintedDecision } from '../../models/contracts/document';
import { labelCell } from './fields-grid';
import { drawnLine, drawnWidthInPt, signedBy } from './mark';
import { printableCell, printableLine } from './printable';
import { cell, cellPadding, row, type Cell, type Line, type Row } from './row';
import { widthInPtOf } from './ruler';
import { emptyRow } from './section-heading';
import { paper } from './sheet';
import { styledLines } from './styled-lines';
import { colours, styles, type TextStyle } from './text-style';

const stepWidthInPt = 104;
const opinionWidthInPt = paper.contentWidthInPt - stepWidthInPt;
const voidMark = '已作废';
const voidMarkRoomInPt = 60;

/** One box for each decision, as on a paper form: the step, the opinion, and under it who signed when. */
export function decisionBoxes(decisions: readonly PrintedDecision[]): readonly Row[] {
  if (decisions.length === 0) return [emptyRow('暂无审批意见')];
  return decisions.map((decision) => row({ cells: [stepCell(decision), opinionCell(decision)], minHeightInPt: 62 }));
}

function stepCell(decision: PrintedDecision): Cell {
  const label = labelCell(decision.step, stepWidthInPt);
  if (!decision.isVoid) return label;
  const mark: Line = { text: voidMark, style: styles.badge, align: 'center' };
  return {
    ...label,
    lines: label.lines.map(faded),
    linesOverleaf: label.linesOverleaf === null ? null : [...label.linesOverleaf.map(faded), mark],
  };
}

function opinionCell(decision: PrintedDecision): Cell {
  const { isVoid } = decision;
  const outcome = outcomeLines(decision);
  const comment = styledLines(`意见：${printableCell(decision.comment)}`, styles.body, opinionWidthInPt);
  const opinion = [...outcome, ...comment];
  const signature = signatureLines(decision);
  const gap: Line = { text: '', style: { ...styles.body, leadingInPt: 6 }, align: 'left' };
  return cell({
    widthInPt: opinionWidthInPt,
    lines: [...(isVoid ? opinion.map(struck) : opinion), gap, ...(isVoid ? signature.map(faded) : signature)],
    lastLinesKeptTogether: signature.length <= 4 ? signature.length + 2 : 2,
  });
}

function outcomeLines(decision: PrintedDecision): readonly Line[] {
  const widthInPt = decision.isVoid ? opinionWidthInPt - voidMarkRoomInPt : opinionWidthInPt;
  const lines = styledLines(printableCell(decision.outcome), styles.outcome, widthInPt);
  if (!decision.isVoid) return lines;
  return lines.map((line, index) => (index === 0 ? { ...line, badge: voidMark } : line));
}

function signatureLines(decision: PrintedDecision): readonly Line[] {
  const { by, forWhom, mark } = decision;
  const signed = `签字：${printableCell(printableLine(signedBy(by, forWhom, mark)))}`;
  const dated = `日期：${printableCell(printableLine(decision.at))}`;
  const onOneLine = `${signed}\u3000\u3000${dated}`;
  const lineWidthInPt = opinionWidthInPt - 2 * cellPadding.horizontalInPt;
  const fits = widthInPtOf(onOneLine, styles.body) <= lineWidthInPt;
  const texts = fits ? [onOneLine] : [signed, dated];
  const words = texts.flatMap((text) => styledLines(text, styles.body, opinionWidthInPt, 'right'));
  if (decision.mark?.kind !== 'drawn') return words;
  const signedInPt = widthInPtOf(signed, styles.body);
  const behindInPt = fits ? widthInPtOf(onOneLine, styles.body) - signedInPt : 0;
  const besideInPt = Math.max(0, Math.min(signedInPt, lineWidthInPt) - drawnWidthInPt) / 2;
  return [drawnLine(decision.mark.strokes, 'right', behindInPt + besideInPt), ...words];
}

function struck(line: Line): Line {
  return { ...faded(line), isStruck: true };
}

function faded(line: Line): Line {
  const style: TextStyle = { ...line.style, colour: colours.voided };
  return { ...line, style };
}
