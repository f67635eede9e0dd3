import fc from 'fast-check';
import { breakIntoLines, mayBreakBetween, unbreakablePieces } from '../../activities/documents/line-breaks';

const tenLetters = 100;
const letterWidthInPt = (): number => 10;
const broken = (text: string): readonly string[] => breakIntoLines(text, tenLetters, letterWidthInPt);

describe('a line of a form', () => {
  it('breaks Chinese anywhere between letters', () => {
    expect(broken('主控板先后损坏无备件可换同意报废')).toEqual(['主控板先后损坏无备件', '可换同意报废']);
  });

  it('does not begin with a closing mark', () => {
    expect(broken('主控板先后损坏无备件，可换')).toEqual(['主控板先后损坏无备', '件，可换']);
    expect(broken('主控板先后损坏无备件）。可换')).toEqual(['主控板先后损坏无备', '件）。可换']);
  });

  it('does not end with an opening mark', () => {
    expect(broken('主控板先后损坏无备（件）')).toEqual(['主控板先后损坏无备', '（件）']);
  });

  it('keeps a word and a number whole while they fit', () => {
    expect(broken('序列号为 H3C-S7506E 一台')).toEqual(['序列号为 H3C-', 'S7506E 一台']);
    expect(broken('日期是 2026-11-21 下午')).toEqual(['日期是', '2026-11-21', '下午']);
  });

  it('cuts a word that is longer than the line', () => {
    expect(broken('W'.repeat(25))).toEqual(['W'.repeat(10), 'W'.repeat(10), 'W'.repeat(5)]);
  });

  it('gives way where nothing but closing marks are left', () => {
    expect(broken('，'.repeat(15))).toEqual(['，'.repeat(10), '，'.repeat(5)]);
  });

  it('keeps empty lines', () => {
    expect(broken('一\n\n二')).toEqual(['一', '', '二']);
  });

  it('is never too wide and loses no letter, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 10, max: 300 }), (text, width) => {
        const lines = breakIntoLines(text, width, letterWidthInPt);
        for (const line of lines) expect(Array.from(line).length * 10).toBeLessThanOrEqual(Math.max(width, 10));
        const withoutSpaces = (each: string): string => each.replace(/\s/gu, '');
        expect(withoutSpaces(lines.join(''))).toBe(withoutSpaces(text));
      }),
    );
  });
});

describe('the pieces of a text', () => {
  it('are what a line may not break', () => {
    expect(unbreakablePieces('交换机 S7506E，一\n台')).toEqual(['交', '换', '机', 'S7506E，', '一', '台']);
  });

  it('keeps dashes and ellipses in one', () => {
    expect(mayBreakBetween('—', '—')).toBe(false);
    expect(mayBreakBetween('…', '…')).toBe(false);
  });
});
