import { z } from 'zod';
import { nameAnswer } from './shown';

/** What can be searched for at once. */
export const SEARCH_KINDS = ['cases', 'devices', 'customers', 'people'] as const;

/** One of the kinds. */
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Something found: what to show of it, and whose it is. */
export const searchItem = z
  .strictObject({
    kind: z.enum(SEARCH_KINDS),
    id: z.string(),
    title: z.string(),
    detail: z.string(),
    customer: nameAnswer.nullable(),
    state: z.string().nullable(),
  })
  .meta({ id: 'SearchItem' });

/** What was found, and the kinds of which there is more than is shown. */
export const searchAnswer = z
  .strictObject({ items: z.array(searchItem), more: z.array(z.enum(SEARCH_KINDS)) })
  .meta({ id: 'SearchAnswer' });

/** Something found. */
export type SearchItem = z.output<typeof searchItem>;
