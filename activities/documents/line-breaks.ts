const neverFirst: ReadonlySet<string> = new Set(
  '，。、；：？！）］｝〕〉》」』】〗〙〛”’…—·～％‰℃°ー々,.;:?!)]}%>\u3000'.split(''),
);
const neverLast: ReadonlySet<string> = new Set('（［｛〔〈《「『【〖〘〚“‘￥＄￡([{<$¥#@'.split(''));
const inseparable: ReadonlySet<string> = new Set('—…'.split(''));
const endsWordPart = /[-/\\_&?=,;:|]/;
const digit = /\d/;
const firstEastAsianCodePoint = 0x2e80;

/** Whether a line may end after `before` and the next one begin with `after`. */
export function mayBreakBetween(before: string, after: string): boolean {
  if (after === ' ') return false;
  if (inseparable.has(before) && before === after) return false;
  if (neverFirst.has(after) || neverLast.has(before)) return false;
  if (before === ' ') return true;
  if (isPartOfWord(before) && isPartOfWord(after)) return endsWordPart.test(before) && !digit.test(after);
  return true;
}

/** The pieces of a text between the places where a line may end. */
export function unbreakablePieces(text: string): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const pieces: string[] = [];
    let before = '';
    for (const character of paragraph) {
      const isSamePiece = before !== '' && !mayBreakBetween(before, character);
      pieces.push(isSamePiece ? `${pieces.pop() ?? ''}${character}` : character);
      before = character;
    }
    return pieces.map((piece) => piece.trimEnd());
  });
}

/**
 * The lines of one text at a given width. A rule of typesetting gives way where it would make a line too wide; the
 * width never does, save for a single letter wider than the line.
 */
export function breakIntoLines(
  text: string,
  lineWidthInPt: number,
  widthInPt: (character: string) => number,
): readonly string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(Array.from(paragraph), lineWidthInPt, widthInPt));
}

function breakParagraph(
  characters: readonly string[],
  lineWidthInPt: number,
  widthInPt: (character: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  do {
    const end = endOfLine(characters, start, lineWidthInPt, widthInPt);
    lines.push(characters.slice(start, end).join('').trimEnd());
    start = end;
  } while (start < characters.length);
  return lines;
}

function endOfLine(
  characters: readonly string[],
  start: number,
  lineWidthInPt: number,
  widthInPt: (character: string) => number,
): number {
  let usedInPt = 0;
  let lastBreak = start;
  for (let index = start; index < characters.length; index++) {
    const character = characters[index] ?? '';
    if (index > start && mayBreakBetween(characters[index - 1] ?? '', character)) lastBreak = index;
    usedInPt += widthInPt(character);
    // Spaces at the end of a line hang over its edge unseen, so they never start the next one.
    if (character === ' ') continue;
    if (usedInPt > lineWidthInPt && index > start) return lastBreak > start ? lastBreak : index;
  }
  return characters.length;
}

function isPartOfWord(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < firstEastAsianCodePoint;
}
