import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Query } from './address';
import type { Client } from './client';
import type {
  Case,
  Comment,
  Customer,
  Demo,
  Device,
  Found,
  JournalEntry,
  Mail,
  Me,
  Page,
  Person,
  Process,
  Session,
  Task,
} from './types';

const OFTEN_IN_MS = 30_000;

/** One thing of the API by its path. */
function one<Answer>(client: Client, path: string, more: { refetchInterval?: number; staleTime?: number } = {}) {
  return queryOptions({
    queryKey: [path],
    queryFn: async ({ signal }) => await client.get<Answer>(path, {}, signal),
    ...more,
  });
}

/** A list of the API, page by page. */
export function listQuery<Item>(client: Client, path: string, filters: Query = {}, limit = 30) {
  return infiniteQueryOptions({
    queryKey: [path, filters, limit],
    queryFn: async ({ signal, pageParam }) =>
      await client.get<Page<Item>>(path, { ...filters, limit, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page: Page<Item>) => page.nextCursor,
  });
}

export const meQuery = (client: Client) => one<Me>(client, '/me', { staleTime: Infinity });
export const demoQuery = (client: Client) => one<Demo>(client, '/demo', { staleTime: Infinity });
export const processesQuery = (client: Client) =>
  one<{ readonly items: readonly Process[] }>(client, '/processes', { staleTime: Infinity });
export const taskQuery = (client: Client, id: string) => one<Task>(client, `/tasks/${encodeURIComponent(id)}`);
export const caseQuery = (client: Client, id: string) =>
  one<Case>(client, `/cases/${encodeURIComponent(id)}`, { refetchInterval: OFTEN_IN_MS });
export const deviceQuery = (client: Client, id: string) => one<Device>(client, `/devices/${encodeURIComponent(id)}`);
export const customerQuery = (client: Client, id: string) =>
  one<Customer>(client, `/customers/${encodeURIComponent(id)}`);
export const personQuery = (client: Client, id: string) => one<Person>(client, `/users/${encodeURIComponent(id)}`);
export const mailsQuery = (client: Client, caseId: string) =>
  one<Page<Mail>>(client, `/cases/${encodeURIComponent(caseId)}/mails`);
export const sessionsQuery = (client: Client) => one<Page<Session>>(client, '/me/sessions');
export const commentsQuery = (client: Client, caseId: string) =>
  listQuery<Comment>(client, `/cases/${encodeURIComponent(caseId)}/comments`, {}, 100);
export const journalQuery = (client: Client, caseId: string) =>
  listQuery<JournalEntry>(client, `/cases/${encodeURIComponent(caseId)}/journal`, {}, 100);
export const searchQuery = (client: Client, q: string, limit: number, kinds?: string) =>
  queryOptions({
    queryKey: ['/search', q, limit, kinds],
    queryFn: async ({ signal }) => await client.get<Page<Found>>('/search', { q, limit, kinds }, signal),
    enabled: q.trim() !== '',
    staleTime: OFTEN_IN_MS,
  });
