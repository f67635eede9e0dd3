import type { Model, mongo } from 'mongoose';
import type { z } from 'zod';
import type { Role } from '../../models/codes';
import type { Text } from '../../models/contracts/text';
import type { Database, Searched, Versioned } from '../../models/db';
import { hashOf } from '../../models/hash';
import { withTerms } from '../../models/search/rows';
import { holdsOneFor } from '../access';
import type { SignedIn } from '../authentication';
import { mustMatch } from '../http/if-match';
import { Problem } from '../http/problem';
import type { Answer, Call, Accessed } from '../http/route';
import { changesOf, differs } from './changes';
import type { Filter } from './filters';

/** A kind of record that people edit: where it is kept, whose eyes it is for, and how it is answered. */
export interface Kind<Row extends Versioned> {
  readonly path: string;
  readonly title: Text;
  readonly rowsIn: (db: Database) => Model<Row>;
  readonly seenBy: (me: SignedIn) => Filter;
  /** Lists are sorted by this text. */
  readonly sortedBy: keyof Row & string;
  readonly answer: z.ZodType;
  readonly page: z.ZodType;
  readonly show: (row: Row) => Readonly<Record<string, unknown>>;
}

/** A call of which only the people, the clock and the transaction matter. */
export type AnyCall = Call<unknown, unknown, unknown>;

/** The row of that id if the person sees it; else there is none for them. */
export async function rowFor<Row extends Versioned>(kind: Kind<Row>, call: AnyCall, id: string): Promise<Row> {
  const row = await kind
    .rowsIn(call.deps.db)
    .findOne({ $and: [{ _id: id }, kind.seenBy(call.me)] }, { search: 0 })
    .session(call.session)
    .lean<Row>();
  if (!row) throw new Problem('not-found');
  return row;
}

/** Answers one row. */
export function shown<Row extends Versioned>(kind: Kind<Row>, row: Row): Answer {
  return { status: 200, body: kind.show(row), etag: row.version };
}

/** Adds a row in the request's transaction. */
export async function addRow<Row extends Versioned>(kind: Kind<Row>, call: AnyCall, row: Row): Promise<Answer> {
  const Rows = kind.rowsIn(call.deps.db);
  await new Rows(withTerms(Rows.modelName, row)).save({ session: call.session });
  const changes = changesOf(null, row as Versioned & Filter);
  return { ...shown(kind, row), status: 201, access: { target: row._id, details: { changes } } };
}

/**
 * Adds and changes many rows in the request's transaction, unless somebody was faster with one of them; what the access log
 * keeps of each.
 */
export async function writeRows<Row extends Versioned>(
  Rows: Model<Row>,
  call: AnyCall,
  added: readonly Row[],
  changed: readonly { readonly row: Row; readonly changes: Filter }[],
): Promise<readonly Accessed[]> {
  // All is made before the first of it is sent, because a transaction lives for seconds; for the same reason mongoose
  // does not look at what a route's schema has passed already.
  const inserts = added.map((row) => ({ insertOne: { document: withTerms(Rows.modelName, row) } }));
  const updates = changed.map(({ row, changes }) => {
    const $set = { ...changes, ...otherTerms(Rows.modelName, row, changes), updatedAt: call.deps.now() };
    return { updateOne: { filter: { _id: row._id, version: row.version }, update: { $set, $inc: { version: 1 } } } };
  });
  const writes = [...inserts, ...updates] as unknown as mongo.AnyBulkWriteOperation[];
  const records = [
    ...added.map((row) => ({ target: row._id, details: { changes: changesOf(null, row as Versioned & Filter) } })),
    ...changed.map(({ row, changes }) => ({
      target: row._id,
      details: { changes: changesOf(row as Versioned & Filter, changes) },
    })),
  ];
  if (writes.length === 0) return records;
  const { matchedCount } = await Rows.collection.bulkWrite(writes, call.session ? { session: call.session } : {});
  if (matchedCount !== changed.length) throw new Problem('changed-meanwhile');
  return records;
}

/** The terms of a row where a change makes them others; there are a hundred index entries behind them. */
function otherTerms<Row extends Versioned>(collection: string, row: Row, changes: Filter): Searched {
  const { search: before } = withTerms<Versioned & Searched>(collection, row);
  const { search: after } = withTerms<Versioned & Searched>(collection, { ...row, ...changes });
  return after && differs(before, after) ? { search: after } : {};
}

/** Changes what differs in a row, unless somebody was faster; the access log keeps each field before and after. */
export async function changeRow<Row extends Versioned>(
  kind: Kind<Row>,
  call: AnyCall,
  row: Row,
  wanted: Filter,
): Promise<Answer> {
  mustMatch(call.request, row.version);
  const before = row as Versioned & Filter;
  const changes = Object.entries(wanted).filter(([name, value]) => value !== undefined && differs(before[name], value));
  if (changes.length === 0) return shown(kind, row);
  const Rows = kind.rowsIn(call.deps.db);
  const { search } = withTerms<Versioned & Searched>(Rows.modelName, { ...row, ...Object.fromEntries(changes) });
  const changed = await Rows.findOneAndUpdate(
    { _id: row._id, version: row.version } as Filter,
    {
      $set: { ...Object.fromEntries(changes), ...(search && { search }), updatedAt: call.deps.now() },
      $inc: { version: 1 },
    },
    { returnDocument: 'after', session: call.session, projection: { search: 0 } },
  ).lean<Row>();
  if (!changed) throw new Problem('changed-meanwhile');
  return { ...shown(kind, changed), access: { target: row._id, details: { changes: changesOf(before, wanted) } } };
}

/** Removes a row, unless somebody was faster; the access log keeps what `told` says of it. */
export async function removeRow<Row extends Versioned>(
  kind: Kind<Row>,
  { deps, request, session }: AnyCall,
  { _id, version }: Row,
  told: Filter,
): Promise<Answer> {
  mustMatch(request, version);
  const { deletedCount } = await kind
    .rowsIn(deps.db)
    .deleteOne({ _id, version } as Filter)
    .session(session);
  if (deletedCount === 0) throw new Problem('changed-meanwhile');
  return { status: 204, access: { target: _id, details: told } };
}

/** Refuses unless the person holds one of the roles for this customer, or for the whole company. */
export function mustHold(me: SignedIn, roles: readonly Role[], customerId: string | null): void {
  if (!holdsOneFor(me, roles, customerId)) throw new Problem('not-allowed');
}

/** The head of a new row; its id is the same for the same request, so that repeating it makes no second row. */
export function newRow(prefix: string, call: AnyCall, row?: number): Versioned {
  return { _id: idOfNew(prefix, call, row), version: 1, updatedAt: call.deps.now() };
}

/** The id of what this request makes; `row` tells the rows of one request apart. */
export function idOfNew(prefix: string, call: AnyCall, row?: number): string {
  return `${prefix}-${hashOf([prefix, call.answerKey, ...(row === undefined ? [] : [row])]).slice(0, 12)}`;
}
