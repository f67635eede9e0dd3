import { z } from 'zod';

/** A page of a list, as it is answered. */
export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

/** What the answers of every record that people edit begin with; the version is the ETag. */
export const recordShape = { id: z.string(), version: z.number().int(), updatedAt: z.iso.datetime() };
