import { z } from 'zod';
import type { Role } from '../../models/codes';
import { changePage } from '../../models/contracts/access-log';
import { id } from '../../models/contracts/fields';
import type { Versioned } from '../../models/db';
import { instantAndNumber, paging, positionOf } from '../http/paging';
import { route, type Route } from '../http/route';
import { rowFor, type Kind } from '../use-cases/master-data';
import type { InstantAndNumber } from '../use-cases/filters';
import { accessEntries, type ReadEntry } from '../use-cases/read-access-log';

/** GET of who changed what of a record, for those who may edit such records and see this one. */
export function changesRoute<Row extends Versioned>(kind: Kind<Row>, who: readonly Role[]): Route {
  return route({
    method: 'get',
    path: `${kind.path}/{id}/changes`,
    who,
    summary: { zh: `${kind.title.zh}修改记录`, en: `Who changed what of a ${kind.title.en}` },
    repeats: 'none',
    params: z.strictObject({ id }),
    query: z.strictObject(paging),
    answers: { 200: changePage },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => {
      const { _id } = await rowFor(kind, call, call.params.id);
      const { limit, after } = call.query;
      const list = ['changes', _id];
      const before = positionOf<InstantAndNumber>(after, list, instantAndNumber);
      const where = [{ target: _id, result: 'done', 'details.changes': { $exists: true } }];
      return { status: 200, body: await accessEntries(call.deps.db, call.me, where, { limit, before, list }, shown) };
    },
  });
}

function shown({ row, person }: ReadEntry) {
  return { seq: row._id, at: row.at, by: person, changes: row.details.changes };
}
