import { useSearchParams } from 'react-router';

/** Filters that are kept in the address, so that a list can be bookmarked, sent to somebody, and returned to. */
export function useFilters<Name extends string>(
  names: readonly Name[],
): readonly [
  Readonly<Partial<Record<Name, string>>>,
  (changed: Readonly<Partial<Record<Name, string | undefined>>>) => void,
] {
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(names.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])));
  const change = (changed: Readonly<Partial<Record<Name, string | undefined>>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries<string | undefined>(changed)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return [filters as Readonly<Partial<Record<Name, string>>>, change];
}
