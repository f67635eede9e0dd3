import { guarded } from './guard';

const BYTE_ORDER_MARK = '\ufeff';

/** A CSV file in UTF-8 that Chinese Excel opens rightly, with cells that look like a formula made harmless. */
export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  const text = rows.map((row) => `${row.map((words) => quoted(guarded(words))).join(',')}\r\n`).join('');
  return Buffer.from(BYTE_ORDER_MARK + text);
}

function quoted(words: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
