import type { MailDraft } from '../../models/contracts/record';
import { StepBuffer } from '../../workflows/human-task/step-buffer';
import { AT, CASE, LI, task } from './case-in-progress';

const mail: MailDraft = {
  ...{ kind: 'task-opened', step: 'wipe', taskId: null, details: {} },
  ...{ to: { kind: 'persons', ids: [LI.id] }, excluded: [] },
};
const answer = { key: 'k', bodyHash: 'h', taskId: null, outcome: 'submit', at: AT } as const;

test('what happened until the next stop becomes one record, in the order in which it happened', () => {
  const buffer = new StepBuffer();
  expect(buffer.hasNews).toBe(false);
  buffer.note('task-completed', { at: AT, stage: 'hand-back', by: LI, task: task(), details: { step: 'receipt' } });
  buffer.note('stage-entered', { at: AT, stage: 'manager-review' }, [mail]);
  buffer.effect({ kind: 'release-locks' });
  buffer.answer(answer);
  expect(buffer.hasNews).toBe(true);
  const { tasks, ...rest } = buffer.take();
  expect([...tasks.keys()]).toEqual([`${CASE}.manager-review.1`]);
  expect(rest).toEqual({
    listensTo: [],
    journal: [
      {
        ...{ kind: 'task-completed', at: AT, stage: 'hand-back', by: LI, taskId: task().id },
        details: { step: 'receipt' },
      },
      { kind: 'stage-entered', at: AT, stage: 'manager-review', by: null, taskId: null, details: {} },
    ],
    mails: [mail],
    effects: [{ kind: 'release-locks' }],
    answers: [answer],
    commands: [],
  });
});

test('a task that changes twice stands in the record once, as it is at last', () => {
  const buffer = new StepBuffer();
  buffer.note('task-claimed', { at: AT, stage: 'wipe', task: task() });
  buffer.note('task-completed', { at: AT, stage: 'wipe', task: task({ status: 'completed' }) });
  expect([...buffer.take().tasks.values()].map(({ status }) => status)).toEqual(['completed']);
});

test('what was taken is not taken again, and what comes later does not reach back into it', () => {
  const buffer = new StepBuffer();
  buffer.note('reminded', { at: AT, stage: 'wipe' }, [mail]);
  const first = buffer.take();
  expect(buffer.hasNews).toBe(false);
  buffer.note('told', { at: AT, stage: 'wipe' });
  expect(first.journal.map(({ kind }) => kind)).toEqual(['reminded']);
  const second = buffer.take();
  expect(second.journal.map(({ kind }) => kind)).toEqual(['told']);
  expect(second.mails).toEqual([]);
});

test('an answer alone is no news: it waits for the line of the journal that explains it', () => {
  const buffer = new StepBuffer();
  buffer.answer(answer);
  expect(buffer.hasNews).toBe(false);
  buffer.note('case-closed', { at: AT, stage: 'archive' });
  expect(buffer.take().answers).toEqual([answer]);
});
