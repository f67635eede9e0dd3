import { end, next, procedure } from '../../workflows/human-task/procedure';

const form = { id: 'scrap.opinion', version: 1 };
const ladder = [50, 75, 90, 100, 150].map((atPercent) => ({ atPercent, does: 'remind' }) as const);

/** A procedure of the tests, as a fault will be: answered, then solved, while a part is waited for and the level changes. */
export const small = procedure<object>({
  begin: () => ({}),
  stages: {
    async respond(desk) {
      desk.clocks.start('response');
      desk.clocks.start('resolution');
      await desk.ask({ step: 'answer', whom: desk.role('engineer'), form });
      desk.clocks.stop('response');
      return next();
    },
    async solve(desk) {
      const found = await desk.ask({ step: 'diagnose', whom: desk.role('engineer'), form });
      if (found.comment !== '') {
        const [budgetInMs = 0, time] = found.comment
          .split(' ')
          .map((word, index) => (index === 0 ? Number(word) : word));
        desk.clocks.setDeadline(
          'resolution',
          { budgetInMs: Number(budgetInMs), time: time === 'elapsed' ? 'elapsed' : 'open', ladder },
          '级别变更',
        );
      }
      desk.clocks.pause('resolution', '等待备件');
      await desk.ask({ step: 'part', whom: desk.role('engineer'), form });
      desk.clocks.resume('resolution');
      await desk.ask({ step: 'fix', whom: desk.role('engineer'), form });
      desk.clocks.stop('resolution');
      return end('completed');
    },
  },
});
