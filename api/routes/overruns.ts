import { z } from 'zod';
import { overrunPage, overrunsAsked } from '../../models/contracts/overruns';
import { instantAndId, pageOf, paging, positionOf } from '../http/paging';
import { route } from '../http/route';
import { overrunLine } from '../show/overrun';
import { overrunExport } from '../use-cases/exports/overruns';
import { placeOf, type InstantAndId } from '../use-cases/filters';
import { customerNames } from '../use-cases/names';
import { overrunsListed } from '../use-cases/overruns';
import { exportRoute } from './exports';

/** Deadlines that were overrun, for the monthly figures: leaders see those of their customers, everybody their own. */
export const OVERRUN_ROUTES = [
  route({
    method: 'get',
    path: '/overruns',
    who: 'signed-in',
    summary: { zh: '超时记录', en: 'Deadlines that were overrun' },
    repeats: 'none',
    query: z.strictObject({ ...overrunsAsked, ...paging }),
    answers: { 200: overrunPage },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query: { limit, after, ...asked } }) => {
      const filter = ['overruns', asked];
      const position = positionOf<InstantAndId>(after, filter, instantAndId);
      const rows = await overrunsListed(deps.db, me, asked, position, limit + 1);
      const customerOf = await customerNames(
        deps.db,
        rows.map(({ customerId }) => customerId),
      );
      const page = pageOf(
        rows,
        limit,
        filter,
        ({ _id, at }) => placeOf(_id, at),
        (row) => overrunLine(row, customerOf),
      );
      return { status: 200, body: page };
    },
  }),

  exportRoute(overrunExport, overrunsAsked),
];
