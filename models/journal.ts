import type { JournalDraft, JournalEntry, JournalHead } from './contracts/record';
import { hashOf } from './hash';

/** Chains lines of a journal to its head; a pure function of its arguments. */
export function chained(
  caseId: string,
  head: JournalHead,
  drafts: readonly JournalDraft[],
): { entries: JournalEntry[]; head: JournalHead } {
  const entries: JournalEntry[] = [];
  let last = head;
  for (const draft of drafts) {
    const unsealed = { ...draft, caseId, seq: last.seq + 1, previousHash: last.hash };
    const entry = { ...unsealed, hash: entryHash(unsealed) };
    entries.push(entry);
    last = { seq: entry.seq, hash: entry.hash };
  }
  return { entries, head: last };
}

/** The hash of an entry, from all of it but the hash. */
export function entryHash(entry: Omit<JournalEntry, 'hash'>): string {
  const { caseId, seq, kind, at, by, stage, taskId, details, previousHash } = entry;
  return hashOf({ caseId, seq, kind, at, by, stage, taskId, details, previousHash });
}
