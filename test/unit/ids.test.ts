import fc from 'fast-check';
import { caseId, caseIdOf, documentId, taskId } from '../../workflows/ids';
import { id } from '../../models/contracts/fields';
import { PROCESSES } from '../../models/contracts/processes';
import { dayOf } from '../../models/contracts/time';

const prefix = fc.constantFrom(...PROCESSES.map((process) => process.prefix));
const step = fc.constantFrom(...PROCESSES.flatMap(({ steps }) => Object.keys(steps)));
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => dayOf(at, 'Asia/Shanghai'));
const number = fc.integer({ min: 1, max: 100_000_000 });

test('a case is numbered by its procedure, day and number, which has four digits or more', () => {
  expect(caseId('BF', '20261121', 7)).toBe('BF-20261121-0007');
  expect(caseId('BF', '20261121', 12_345)).toBe('BF-20261121-12345');
});

test('the case of a task is read from the task’s id', () => {
  fc.assert(
    fc.property(prefix, day, number, step, fc.integer({ min: 1, max: 500 }), (begins, on, count, of, round) => {
      const ofCase = caseId(begins, on, count);
      expect(caseIdOf(taskId(ofCase, of, round))).toBe(ofCase);
      expect(id.safeParse(ofCase).success).toBe(true);
    }),
  );
});

test('different tasks have different ids', () => {
  const parts = fc.tuple(prefix, day, number, step, fc.integer({ min: 1, max: 500 }));
  const idOf = ([begins, on, count, of, round]: readonly [string, string, number, string, number]) =>
    taskId(caseId(begins, on, count), of, round);
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(idOf(a) === idOf(b)).toBe(a.join() === b.join());
    }),
  );
});

test.each([
  '',
  'BF-20261121-0001',
  'BF-20261121-0001.wipe',
  'BF-20261121-0001.wipe.x',
  'BF-20261121-0001.wipe.1\n',
  'BF-20261121-0001.Wipe.1',
  'BF-2026112-0001.wipe.1',
  'BF-20261121-001.wipe.1',
  'bf-20261121-0001.wipe.1',
  'B-20261121-0001.wipe.1',
  ' BF-20261121-0001.wipe.1',
  'BF-20261121-0001.wipe.1.v1',
  'BF-20261121-0001..1',
])('%j is no task', (text) => {
  expect(caseIdOf(text)).toBeNull();
});

test('a document is named by its case, kind and version', () => {
  expect(documentId('BF-20261121-0001', 'scrap-approval', 2)).toBe('BF-20261121-0001.scrap-approval.v2');
});
