/** The one form of all ways to write the same: full or half width, capital or small, with or without accents; ü is v, as people type it. */
export function folded(text: string): string {
  const accented = text.normalize('NFKC').toLowerCase().normalize('NFD');
  return accented.replaceAll('u\u0308', 'v').replaceAll(/\p{M}/gu, '').normalize('NFC');
}

/** The pieces of a folded text: runs of Chinese characters, and words of other letters and digits. */
export function piecesOf(text: string): readonly string[] {
  return folded(text).match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
}

/** True for a piece of Chinese characters. */
export function isChinese(piece: string): boolean {
  return /^\p{Script=Han}/u.test(piece);
}

/** The parts of a word that a change between letters and digits makes: `m404dn` is m, 404, dn. */
export function partsOf(word: string): readonly string[] {
  return word.match(/\p{N}+|[^\p{N}]+/gu) ?? [];
}
