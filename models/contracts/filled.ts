/** What stands in the gaps of a sentence. */
export type Gaps = Readonly<Record<string, string | number>>;

/** A sentence with its gaps filled: `{name}`; a gap that nothing is given for stays. */
export function filled(sentence: string, gaps: Gaps): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
}
