import { end, procedure } from '../../workflows/human-task/procedure';

export { changeCutover as 'change-cutover' } from '../../workflows/processes/change-cutover';

/** A procedure of the tests that needs a change, and ends as that does. */
export const opening = procedure<{ form: Record<string, unknown> }>({
  begin: ({ request }) => ({ form: { ...request } }),
  stages: {
    async change(desk) {
      const toOpen = { process: 'change-cutover', applicantId: 'U-li', form: desk.data.form };
      const opened = await desk.openCase('fix', toOpen);
      if ('refused' in opened) return end('rejected');
      const { state } = await desk.untilClosed('fix');
      return end(state === 'completed' ? 'completed' : 'rolled-back');
    },
  },
});
