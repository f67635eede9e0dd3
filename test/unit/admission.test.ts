import { EventEmitter, once } from 'node:events';
import fc from 'fast-check';
import { createAdmission } from '../../api/admission';
import { Problem } from '../../api/http/problem';

/** Work that goes on until the test ends it. */
function slowWork() {
  const end = new EventEmitter();
  const state = { hasBegun: false };
  const work = async (): Promise<string> => {
    state.hasBegun = true;
    const [result] = (await once(end, 'done')) as [string];
    return result;
  };
  return {
    ...{ work, state },
    resolve: (result: string) => void end.emit('done', result),
    reject: (error: Error) => void end.emit('error', error),
  };
}

const settled = async () => await new Promise((resolve) => setImmediate(resolve));

test('as many go on at once as there are places, a few more wait, and the rest are turned away at the door', async () => {
  const admission = createAdmission(2, 1);
  const works = [slowWork(), slowWork(), slowWork(), slowWork()] as const;
  const answers = works.map(async ({ work }) => await admission.run(work).catch((error: unknown) => error));
  await settled();
  expect(works.map(({ state }) => state.hasBegun)).toEqual([true, true, false, false]);
  const refusal = await answers[3];
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal).toMatchObject({ code: 'busy', more: { retryAfterInSeconds: 1 } });
  works[0].resolve('first');
  await settled();
  expect(works[2].state.hasBegun).toBe(true);
  works[1].resolve('second');
  works[2].resolve('third');
  expect(await Promise.all(answers.slice(0, 3))).toEqual(['first', 'second', 'third']);
  expect(works[3].state.hasBegun).toBe(false);
});

test('work that fails gives its place free, and its failure to the one who asked', async () => {
  const admission = createAdmission(1, 1);
  const [failing, next] = [slowWork(), slowWork()];
  const failed = admission.run(failing.work);
  const waiting = admission.run(next.work);
  await settled();
  failing.reject(new Error('the engine is away'));
  await expect(failed).rejects.toThrow('the engine is away');
  await settled();
  expect(next.state.hasBegun).toBe(true);
  next.resolve('done');
  expect(await waiting).toBe('done');
  expect(await admission.run(async () => 'and again')).toBe('and again');
});

test('without a queue, whoever finds no place is turned away', async () => {
  const admission = createAdmission(1, 0);
  const first = slowWork();
  const answer = admission.run(first.work);
  await expect(admission.run(async () => 'second')).rejects.toMatchObject({ code: 'busy' });
  first.resolve('first');
  expect(await answer).toBe('first');
});

test('never more at once than there are places, and in the order in which they came, however long each takes', async () => {
  const sizes = fc.record({ atOnce: fc.integer({ min: 1, max: 4 }), queued: fc.integer({ min: 0, max: 6 }) });
  await fc.assert(
    fc.asyncProperty(sizes, fc.array(fc.nat({ max: 4 }), { maxLength: 16 }), async ({ atOnce, queued }, turns) => {
      const admission = createAdmission(atOnce, queued);
      const seen = { running: 0, most: 0 };
      const begun: number[] = [];
      const takes = (index: number, length: number) => async () => {
        begun.push(index);
        seen.running += 1;
        seen.most = Math.max(seen.most, seen.running);
        for (let turn = 0; turn < length; turn += 1) await settled();
        seen.running -= 1;
      };
      const all = await Promise.allSettled(turns.map((length, index) => admission.run(takes(index, length))));
      const admitted = Math.min(turns.length, atOnce + queued);
      expect(all.map(({ status }) => status)).toEqual(
        turns.map((_, index) => (index < admitted ? 'fulfilled' : 'rejected')),
      );
      expect(begun).toEqual(turns.slice(0, admitted).map((_, index) => index));
      expect(seen.most).toBeLessThanOrEqual(atOnce);
    }),
    { numRuns: 50 },
  );
});
