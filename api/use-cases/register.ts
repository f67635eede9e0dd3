import { tag } from '../../models/search/terms';
import { visibleInParts } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import type { Filter } from './filters';
import { foundBy, type SearchedRows } from './found-by';

/** The register of one procedure's cases, which has an index of its own. */
export interface Register {
  readonly process: string;
  readonly index: string;
}

/** All cases of a register, by the term that stands first in its index. */
export function allInRegister({ process }: Register): Filter {
  return { process, search: tag('process', process) };
}

/**
 * The cases of a register that have all that the words ask for, or all of it without words; null when nothing can be meant by
 * them. How rare a word is counts in the register only.
 */
export async function foundInRegister(
  { db: { cases } }: Pick<Deps, 'db'>,
  register: Register,
  me: SignedIn,
  words: string | undefined,
): Promise<Filter | null> {
  if (words === undefined) return allInRegister(register);
  const { process, index } = register;
  const registered: SearchedRows = {
    countDocuments: async (filter, options) =>
      await cases.countDocuments({ $and: [{ process }, filter] }, { ...options, hint: index }),
  };
  const found = await foundBy(registered, words, { $or: visibleInParts(me) });
  return found && { process, ...found };
}
