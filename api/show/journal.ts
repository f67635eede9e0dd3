import type { JournalRow } from '../../models/db';
import { withheldOf, type IsInternal } from '../use-cases/internal-words';

/** Entries of a journal as somebody reads them: without the words that are not for them, and with the names of those. */
export function entryShown(rows: readonly JournalRow[], isInternal: IsInternal) {
  return (row: JournalRow) => {
    const { _id, details, ...entry } = row;
    const withheld = withheldOf(row, rows[rows.indexOf(row) + 1], isInternal);
    const kept = Object.entries(details).filter(([name]) => !withheld.includes(name));
    return { ...entry, details: Object.fromEntries(kept), withheld };
  };
}
