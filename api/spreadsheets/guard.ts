/** What a spreadsheet program takes for a formula at the beginning of a cell, also behind spaces or in full width [OWASP, CSV injection]. */
const LIKE_A_FORMULA = /^['\s]*[=+\-@＝＋－＠]|^'*[\t\r\n]/;

/** Text that no spreadsheet program computes, also after it was saved as CSV: an apostrophe comes before what looks like a formula. */
export function guarded(text: string): string {
  return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was guarded. */
export function unguarded(text: string): string {
  return text.startsWith("'") && LIKE_A_FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
