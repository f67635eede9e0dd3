import { createContext, use } from 'react';

/** Holds what records are called for who cannot ask for them by their ids; null: names are asked for, and link to the record. */
export const KnownNamesContext = createContext<Readonly<Record<string, string>> | null>(null);

/** What records are called, for who has come by the link of a mail. */
export function useKnownNames(): Readonly<Record<string, string>> | null {
  return use(KnownNamesContext);
}
