/** Shorter parts of an address are words of everybody's, and no secrets. */
const SHORTEST_SECRET = 8;

/** An address as it is shown: what follows the host may hold a secret in any format. */
export function shownAddress(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return pathname === '/' && search === '' ? origin : `${origin}/…`;
}

/** Words without what they repeat of an address behind its host, such as of an answer that says what it was asked for. */
export function withoutAddress(words: string, url: URL): string {
  const { pathname, search, searchParams, hash } = url;
  const parts = [pathname + search, search, pathname, hash, ...pathname.split('/'), ...searchParams.values()];
  const secrets = new Set(
    parts.flatMap((part) => [part, decoded(part)]).filter(({ length }) => length >= SHORTEST_SECRET),
  );
  return [...secrets].sort((one, other) => other.length - one.length).reduce(hiding, words);
}

function hiding(words: string, secret: string): string {
  return words.replaceAll(secret, '…');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
