import { z } from 'zod';
import { hashOf } from '../../models/hash';
import { invalidAt } from './invalid';

/** The query parameters of every list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(500).optional(),
};

/** A page of a list; `nextCursor` is null at its end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

const scalar = z.union([z.string(), z.number(), z.null()]);
const scalars = z.union([scalar, z.array(scalar), z.record(z.string().regex(/^[a-z]\w*$/i), scalar)]);

/** A position in a list that is ordered by an instant and the id. */
export const instantAndId = z.strictObject({ at: z.iso.datetime(), id: z.string() });

/** The same where ids are numbers. */
export const instantAndNumber = z.strictObject({ at: z.iso.datetime(), id: z.number().int().min(0) });

/** The position in a list that a cursor names; refuses a cursor of another filter, and one that holds more than plain values. */
export function positionOf<Position>(
  cursor: string | undefined,
  filter: unknown,
  schema: z.ZodType = scalars,
): Position | null {
  if (cursor === undefined) return null;
  try {
    const { f, p } = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as { f: string; p: Position };
    if (f === hashOf(filter).slice(0, 16)) return schema.parse(p) as Position;
  } catch {
    // falls through to the refusal
  }
  throw invalidAt('/after', 'unknown-cursor');
}

/** A page from one row more than was asked for. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  filter: unknown,
  position: (row: Row) => unknown,
  show: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items: shown.map(show), nextCursor: hasMore ? cursorAt(position(last), filter) : null };
}

function cursorAt(position: unknown, filter: unknown): string {
  return Buffer.from(JSON.stringify({ f: hashOf(filter).slice(0, 16), p: position })).toString('base64url');
}
