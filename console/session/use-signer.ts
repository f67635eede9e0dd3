import { createContext, use } from 'react';
import { MeContext } from './use-me';

/** Holds the name of who has come by the link of a mail and signs without being signed in. */
export const SignerContext = createContext<string | null>(null);

/** The name with which a form is signed. */
export function useSigner(): string {
  const [signer, me] = [use(SignerContext), use(MeContext)];
  const name = signer ?? me?.name;
  if (name === undefined) throw new Error('nobody can sign here');
  return name;
}
