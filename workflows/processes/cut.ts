/** As much of the words as a field takes, and all of the tail, such as a number; that something was left out is seen. */
export function cut(words: string, max: number, tail = ''): string {
  if (words.length + tail.length <= max) return `${words}${tail}`;
  // Half a character is none.
  const kept = words.slice(0, max - tail.length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}…${tail}`;
}
