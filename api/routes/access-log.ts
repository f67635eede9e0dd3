import { z } from 'zod';
import { accessPage } from '../../models/contracts/access-log';
import { id, instantSent } from '../../models/contracts/fields';
import { instantAndNumber, paging, positionOf } from '../http/paging';
import { route } from '../http/route';
import { accessExport } from '../use-cases/exports/access-log';
import type { InstantAndNumber } from '../use-cases/filters';
import { accessAskedFor, accessEntries, type ReadEntry } from '../use-cases/read-access-log';
import { exportRoute } from './exports';

const word = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x20-\x7e]+$/);
const WHO = ['admin'] as const;
const asked = {
  person: id.optional(),
  action: word.optional(),
  target: word.optional(),
  result: word.optional(),
  from: instantSent.optional(),
  to: instantSent.optional(),
};

/** Who tried what at the API: sign-ins, refusals, downloads, changes of master data and roles. */
export const ACCESS_LOG_ROUTES = [
  route({
    method: 'get',
    path: '/access-log',
    who: WHO,
    summary: { zh: '访问日志', en: 'The access log' },
    repeats: 'none',
    query: z.strictObject({ ...asked, ...paging }),
    answers: { 200: accessPage },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query: { limit, after, ...filter } }) => {
      const list = ['access-log', filter];
      const before = positionOf<InstantAndNumber>(after, list, instantAndNumber);
      return {
        status: 200,
        body: await accessEntries(
          deps.db,
          me,
          await accessAskedFor(deps.db, me, filter),
          { limit, before, list },
          shown,
        ),
      };
    },
  }),

  exportRoute(accessExport, asked, WHO),
];

function shown({ row, person }: ReadEntry) {
  const { _id: seq, at, address, action, target, result, details, hash } = row;
  return { seq, at, person, address, action, target, result, details, hash };
}
