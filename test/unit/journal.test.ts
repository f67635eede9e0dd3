import fc from 'fast-check';
import type { JournalDraft, JournalEntry, JournalHead } from '../../models/contracts/record';
import { chained, entryHash } from '../../models/journal';

const CASE = 'BF-20261121-0001';
const START: JournalHead = { seq: 0, hash: '' };

const draft: fc.Arbitrary<JournalDraft> = fc.record({
  kind: fc.constantFrom('case-started', 'task-opened', 'task-completed', 'case-closed'),
  at: fc.date({ noInvalidDate: true }).map((at) => at.toJSON()),
  by: fc.option(fc.record({ id: fc.string(), name: fc.string({ unit: 'grapheme' }) })),
  stage: fc.string(),
  taskId: fc.option(fc.string()),
  details: fc.dictionary(fc.string(), fc.jsonValue()),
});
const drafts = fc.array(draft, { minLength: 1, maxLength: 8 });

/** What an auditor does: from the first line to the head that Temporal's history anchors. */
function isIntact(entries: readonly JournalEntry[], head: JournalHead): boolean {
  let last = START;
  for (const entry of entries) {
    if (entry.caseId !== CASE || entry.seq !== last.seq + 1 || entry.previousHash !== last.hash) return false;
    if (entry.hash !== entryHash(entry)) return false;
    last = { seq: entry.seq, hash: entry.hash };
  }
  return last.seq === head.seq && last.hash === head.hash;
}

/** The same kind of value, but another one. */
function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  return { ...(value as object | null), forged: true };
}

test('a journal is intact however it was cut into steps', () => {
  fc.assert(
    fc.property(drafts, fc.nat(), (lines, cut) => {
      const at = cut % (lines.length + 1);
      const first = chained(CASE, START, lines.slice(0, at));
      const second = chained(CASE, first.head, lines.slice(at));
      expect(isIntact([...first.entries, ...second.entries], second.head)).toBe(true);
      expect([...first.entries, ...second.entries]).toEqual(chained(CASE, START, lines).entries);
    }),
  );
});

test('whatever is changed in any field of any line shows', () => {
  fc.assert(
    fc.property(drafts, fc.nat(), (lines, which) => {
      const { entries, head } = chained(CASE, START, lines);
      const index = which % entries.length;
      const line = entries[index]!;
      for (const field of Object.keys(line) as (keyof JournalEntry)[]) {
        const forged = entries.with(index, { ...line, [field]: other(line[field]) });
        expect([field, isIntact(forged, head)]).toEqual([field, false]);
      }
    }),
  );
});

test('a line that is changed and sealed anew shows, for the head is anchored elsewhere', () => {
  fc.assert(
    fc.property(drafts, fc.nat(), (lines, which) => {
      const { entries, head } = chained(CASE, START, lines);
      const forged = lines.with(which % lines.length, { ...lines[which % lines.length]!, stage: 'forged' });
      expect(isIntact(entries, head)).toBe(true);
      expect(isIntact(chained(CASE, START, forged).entries, head)).toBe(
        lines[which % lines.length]?.stage === 'forged',
      );
    }),
  );
});

test('lines that are missing, doubled or swapped show', () => {
  fc.assert(
    fc.property(fc.array(draft, { minLength: 2, maxLength: 8 }), fc.nat(), (lines, which) => {
      const { entries, head } = chained(CASE, START, lines);
      const index = which % (entries.length - 1);
      expect(isIntact(entries.toSpliced(index, 1), head)).toBe(false);
      expect(isIntact(entries.slice(0, -1), head)).toBe(false);
      expect(isIntact(entries.toSpliced(index, 0, entries[index]!), head)).toBe(false);
      expect(isIntact(entries.toSpliced(index, 2, entries[index + 1]!, entries[index]!), head)).toBe(false);
      expect(isIntact([], head)).toBe(false);
    }),
  );
});

test('the hash is of the contents alone: not of the order of keys, nor of what storage adds', () => {
  const [entry] = chained(CASE, START, [
    { kind: 'reminded', at: 't', by: null, stage: 's', taskId: null, details: { a: 1, b: { c: 2, d: 3 } } },
  ]).entries;
  const stored = { _id: `${CASE}#1`, ...entry!, details: { b: { d: 3, c: 2 }, a: 1 } };
  expect(entryHash(stored)).toBe(entry!.hash);
});

test('no lines leave the head where it was', () => {
  const head = { seq: 7, hash: 'abc' };
  expect(chained(CASE, head, [])).toEqual({ entries: [], head });
});
