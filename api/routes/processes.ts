import { jsonSchemaOf } from '../../models/contracts/form';
import { processesAnswer } from '../../models/contracts/process-answer';
import { PROCESSES } from '../../models/contracts/processes';
import { holdsAny } from '../access';
import { route } from '../http/route';

/** The procedures that are installed, with the form that starts each. */
export const PROCESS_ROUTES = [
  route({
    method: 'get',
    path: '/processes',
    who: 'signed-in',
    summary: { zh: '可用流程及其申请表单', en: 'The procedures and their start forms' },
    repeats: 'none',
    answers: { 200: processesAnswer },
    errors: [],
    handle: ({ me }) => {
      const items = PROCESSES.map((process) => ({
        type: process.type,
        title: process.title,
        source: process.source,
        mayStart: holdsAny(me, process.startRoles),
        stages: Object.entries(process.stages).map(([stage, title]) => ({ stage, title })),
        alarms: Object.entries(process.alarms ?? {}).map(([alarm, title]) => ({ alarm, title })),
        startForm: jsonSchemaOf(process.startForm),
      }));
      return Promise.resolve({ status: 200, body: { items } });
    },
  }),
];
