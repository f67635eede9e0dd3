import type { Database } from '../models/db';

/** What a case came to know, of its own data those that are named; nothing where there is no such case. */
export async function knownBy(
  db: Database,
  caseId: string,
  names: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const shown = Object.fromEntries(names.map((name) => [`data.${name}`, 1] as const));
  const row = await db.cases.findById(caseId, shown).lean();
  return row?.data ?? {};
}
