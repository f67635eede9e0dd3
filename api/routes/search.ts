import { z } from 'zod';
import { line } from '../../models/contracts/fields';
import { SEARCH_KINDS, searchAnswer, type SearchKind } from '../../models/contracts/search';
import { wrong } from '../../models/faults';
import { route } from '../http/route';
import { searched } from '../use-cases/search/search';

const isKind = (name: string): name is SearchKind => (SEARCH_KINDS as readonly string[]).includes(name);

const query = z.strictObject({
  q: line(100),
  kinds: z
    .string()
    .max(100)
    .default(SEARCH_KINDS.join(','))
    .refine((names) => names.split(',').every(isKind), wrong('not-search-kinds', { kinds: SEARCH_KINDS.join(', ') })),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/** One search over everything that a person sees. */
export const SEARCH_ROUTES = [
  route({
    method: 'get',
    path: '/search',
    who: 'signed-in',
    summary: { zh: '搜索流程、设备、客户和人员', en: 'Search cases, devices, customers and people' },
    repeats: 'none',
    query,
    answers: { 200: searchAnswer },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query: { q, kinds, limit }, language }) => ({
      status: 200,
      body: await searched({ db: deps.db, me, words: q, language, limit }, kinds.split(',').filter(isKind)),
    }),
  }),
];
