import { createContext, use } from 'react';
import { MeContext } from './use-me';

/** What the page of a mail's link knows of whoever came by it, who is not signed in. */
export interface ByLink {
  /** The name with which they sign. */
  readonly signer: string;
  /** Where the files are that they may see. */
  readonly filesAt: string;
  /** What records are called, which they cannot ask for by their ids. */
  readonly names: Readonly<Record<string, string>>;
}

/** Holds what the page of a mail's link knows; null on all other pages. */
export const ByLinkContext = createContext<ByLink | null>(null);

/** What is known of who has come by the link of a mail; null for who is signed in. */
export function useByLink(): ByLink | null {
  return use(ByLinkContext);
}

/** The name with which a form is signed. */
export function useSigner(): string {
  const [byLink, me] = [useByLink(), use(MeContext)];
  const name = byLink?.signer ?? me?.name;
  if (name === undefined) throw new Error('nobody can sign here');
  return name;
}
