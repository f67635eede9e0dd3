import { z } from 'zod';
import { jsonSchemaOf } from '../../models/contracts/form';
import { PROCESSES } from '../../models/contracts/processes';
import { holdsAny } from '../access';
import { route } from '../http/route';

const text = z.object({ zh: z.string(), en: z.string() });
const processSchema = z.object({
  type: z.string(),
  title: text,
  source: z.string(),
  mayStart: z.boolean(),
  stages: z.array(z.object({ stage: z.string(), title: text })),
  startForm: z.record(z.string(), z.unknown()),
});

/** The procedures that are installed, with the form that starts each. */
export const PROCESS_ROUTES = [
  route({
    method: 'get',
    path: '/processes',
    who: 'signed-in',
    summary: { zh: '可用流程及其申请表单', en: 'The procedures and their start forms' },
    repeats: 'none',
    answers: { 200: z.object({ items: z.array(processSchema) }) },
    errors: [],
    handle: ({ me }) => {
      const items = PROCESSES.map((process) => ({
        type: process.type,
        title: process.title,
        source: process.source,
        mayStart: holdsAny(me, process.startRoles),
        stages: Object.entries(process.stages).map(([stage, title]) => ({ stage, title })),
        startForm: jsonSchemaOf(process.startForm),
      }));
      return Promise.resolve({ status: 200, body: { items } });
    },
  }),
];
