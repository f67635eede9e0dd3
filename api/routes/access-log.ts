import { z } from 'zod';
import { accessPage } from '../../models/contracts/access-log';
import { id } from '../../models/contracts/fields';
import { instantAndNumber, paging, positionOf } from '../http/paging';
import { route } from '../http/route';
import type { InstantAndNumber } from '../use-cases/filters';
import { accessEntries, type ReadEntry } from '../use-cases/read-access-log';

const word = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x20-\x7e]+$/);
const query = z.strictObject({
  ...paging,
  person: id.optional(),
  action: word.optional(),
  target: word.optional(),
  result: word.optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
});

/** Who tried what at the API: sign-ins, refusals, downloads, changes of master data and roles. */
export const ACCESS_LOG_ROUTES = [
  route({
    method: 'get',
    path: '/access-log',
    who: ['admin'],
    summary: { zh: '访问日志', en: 'The access log' },
    repeats: 'none',
    query,
    answers: { 200: accessPage },
    errors: ['invalid-input'],
    handle: async ({ deps, query: { limit, after, ...asked } }) => {
      const list = ['access-log', asked];
      const before = positionOf<InstantAndNumber>(after, list, instantAndNumber);
      return { status: 200, body: await accessEntries(deps.db, filtersOf(asked), { limit, before, list }, shown) };
    },
  }),
];

function filtersOf({ person, action, target, result, from, to }: Omit<z.output<typeof query>, 'limit' | 'after'>) {
  return [
    person === undefined ? {} : { personId: person },
    action === undefined ? {} : { action },
    target === undefined ? {} : { target },
    result === undefined ? {} : { result },
    from === undefined ? {} : { at: { $gte: new Date(from).toISOString() } },
    to === undefined ? {} : { at: { $lt: new Date(to).toISOString() } },
  ];
}

function shown({ row, person }: ReadEntry) {
  const { _id: seq, at, address, action, target, result, details, hash } = row;
  return { seq, at, person, address, action, target, result, details, hash };
}
