/** The text on one line, without control characters or marks that reverse the reading direction. */
export function oneLine(text: string): string {
  return withoutTricks(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')).trim();
}

/** The text with its line breaks as `\n`, without other control characters. */
export function severalLines(text: string): string {
  return withoutTricks(text.replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n').replace(/[^\P{Cc}\n]+/gu, ' ')).trim();
}

/** At most so many characters; what is cut off is marked by an ellipsis. */
export function clip(text: string, lengthInCharacters: number): string {
  if (text.length <= lengthInCharacters) return text;
  let kept = '';
  let characters = 0;
  for (const { segment, index } of new Intl.Segmenter('zh').segment(text)) {
    characters += 1;
    if (characters === lengthInCharacters) return index + segment.length < text.length ? `${kept}…` : text;
    kept += segment;
  }
  return text;
}

// A subject may come from anybody; overrides of the reading direction make a text look like another one.
function withoutTricks(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}
