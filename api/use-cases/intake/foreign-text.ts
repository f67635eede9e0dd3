const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g;
const CONTROL_BUT_NEW_LINE = /[\u0000-\u0009\u000b-\u001f\u007f]+/g;
const TURNS_DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const NOTHING_VISIBLE = /^[\s\p{Cf}]*$/u;

/** Text of another system as one line that our forms take; empty where nothing visible is left. */
export function cleanLine(text: string | undefined, max: number): string {
  return shortened(readable((text ?? '').replaceAll(CONTROL, ' ')), max);
}

/** Text of another system as lines that our forms take; empty where nothing visible is left. */
export function cleanLines(text: string | undefined, max: number): string {
  return shortened(readable((text ?? '').replaceAll(/\r\n?/g, '\n').replaceAll(CONTROL_BUT_NEW_LINE, ' ')), max);
}

function readable(text: string): string {
  return text.replaceAll(TURNS_DIRECTION, '').replaceAll(LONE_SURROGATE, '').trim();
}

function shortened(text: string, max: number): string {
  if (NOTHING_VISIBLE.test(text)) return '';
  if (text.length <= max) return text;
  // Never half of a character.
  return `${text
    .slice(0, max - 1)
    .replace(LONE_SURROGATE, '')
    .trimEnd()}…`;
}
