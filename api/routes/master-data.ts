import { z } from 'zod';
import type { ErrorCode, Role } from '../../models/codes';
import { id, line } from '../../models/contracts/fields';
import type { Text } from '../../models/contracts/text';
import type { Versioned } from '../../models/db';
import { pageOf, paging, positionOf } from '../http/paging';
import { route, type Answer, type Call, type Route } from '../http/route';
import { behind } from '../use-cases/filters';
import { addRow, changeRow, rowFor, shown, type AnyCall, type Kind } from '../use-cases/master-data';
import { orderOf, recordsAskedFor, type RecordList } from '../use-cases/record-list';

const nameAndId = z.tuple([z.string(), z.string()]);

/** What a list of records can be asked for, on a page and in a file. */
export function askedOf<Row extends Versioned>({ by }: RecordList<Row>) {
  const filters = Object.fromEntries(Object.entries(by).map(([name, { schema }]) => [name, schema.optional()]));
  return { ...filters, q: line(100).optional() };
}

/** GET of a list, a page at a time. */
export function listRoute<Row extends Versioned>(list: RecordList<Row>): Route {
  const { kind } = list;
  return route({
    method: 'get',
    path: kind.path,
    who: 'signed-in',
    summary: { zh: `${kind.title.zh}列表`, en: `List ${kind.title.en}s` },
    repeats: 'none',
    query: z.strictObject({ ...askedOf(list), ...paging }),
    answers: { 200: kind.page },
    errors: ['invalid-input'],
    handle: async (call) => {
      const { limit, after, ...asked } = call.query;
      const { q, ...others } = asked;
      const filter = [kind.path, q ?? null, others];
      const position = positionOf<[string, string]>(after, filter, nameAndId);
      const where = await recordsAskedFor(list, call, asked);
      if (!where) return { status: 200, body: { items: [], nextCursor: null } };
      const rows = await kind
        .rowsIn(call.deps.db)
        .find({ $and: [where, behind(kind.sortedBy, position)] }, { search: 0 })
        .sort(orderOf(list))
        .limit(limit + 1)
        .lean<Row[]>();
      return { status: 200, body: pageOf(rows, limit, filter, (row) => [row[kind.sortedBy], row._id], kind.show) };
    },
  });
}

/** GET of a list that is asked for nothing, of records that not everybody reads. */
export function plainListRoute<Row extends Versioned>(kind: Kind<Row>, who: readonly Role[], summary: Text): Route {
  return route({
    method: 'get',
    path: kind.path,
    who,
    summary,
    repeats: 'none',
    query: z.strictObject(paging),
    answers: { 200: kind.page },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query: { limit, after } }) => {
      const list = [kind.path];
      const position = positionOf<[string, string]>(after, list, nameAndId);
      const rows = await kind
        .rowsIn(deps.db)
        .find({ $and: [kind.seenBy(me), behind(kind.sortedBy, position)] })
        .sort({ [kind.sortedBy]: 1, _id: 1 })
        .limit(limit + 1)
        .lean<Row[]>();
      return { status: 200, body: pageOf(rows, limit, list, (row) => [row[kind.sortedBy], row._id], kind.show) };
    },
  });
}

/** GET of one record. */
export function readRoute<Row extends Versioned>(kind: Kind<Row>, who: Route['who'] = 'signed-in'): Route {
  return route({
    method: 'get',
    path: `${kind.path}/{id}`,
    who,
    summary: { zh: `查看${kind.title.zh}`, en: `Read a ${kind.title.en}` },
    repeats: 'none',
    params: z.object({ id }),
    hasEtag: true,
    answers: { 200: kind.answer },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => shown(kind, await rowFor(kind, call, call.params.id)),
  });
}

/** POST of a new record; `rowOf` checks the request and makes the row. */
export function addRoute<Row extends Versioned, Body extends z.ZodType>(
  kind: Kind<Row>,
  who: readonly Role[],
  body: Body,
  rowOf: (call: Call<unknown, unknown, z.output<Body>>) => Promise<Row>,
): Route {
  return route({
    method: 'post',
    path: kind.path,
    who,
    summary: { zh: `新建${kind.title.zh}`, en: `Add a ${kind.title.en}` },
    repeats: 'stored',
    body,
    hasEtag: true,
    answers: { 201: kind.answer },
    errors: ['invalid-input', 'duplicate'],
    handle: async (call) => await addRow(kind, call, await rowOf(call)),
  });
}

/** PATCH of a record; `check` refuses what this person may not do to this row. */
export function changeRoute<Row extends Versioned, Body extends z.ZodType<Readonly<Record<string, unknown>>>>(
  kind: Kind<Row>,
  who: readonly Role[],
  body: Body,
  check: (call: Call<unknown, unknown, z.output<Body>>, row: Row) => Promise<void> | void,
  refusals: readonly ErrorCode[] = [],
): Route {
  const change: Change<Row, Body> = async (call, row) => {
    await check(call, row);
    return await changeRow(kind, call, row, call.body);
  };
  return patchRoute(kind, who, body, change, refusals);
}

type Change<Row, Body extends z.ZodType> = (
  call: Call<unknown, unknown, z.output<Body>> & AnyCall,
  row: Row,
) => Promise<Answer>;

/** PATCH of a record by a handler of its own; `refusals` are the codes that only this kind of record has. */
export function patchRoute<Row extends Versioned, Body extends z.ZodType>(
  kind: Kind<Row>,
  who: readonly Role[],
  body: Body,
  change: Change<Row, Body>,
  refusals: readonly ErrorCode[] = [],
): Route {
  return route({
    method: 'patch',
    path: `${kind.path}/{id}`,
    who,
    summary: { zh: `修改${kind.title.zh}`, en: `Change a ${kind.title.en}` },
    repeats: 'none',
    params: z.object({ id }),
    body,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: kind.answer },
    errors: ['not-found', 'duplicate', ...refusals],
    handle: async (call) => await change(call, await rowFor(kind, call, call.params.id)),
  });
}
