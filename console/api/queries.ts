import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Query } from './address';
import type { Client } from './client';
import { isProblem } from './problem';
import type {
  AccessEntry,
  Calendar,
  CalendarComparison,
  CalendarDraft,
  CalendarLine,
  CalendarVersion,
  CalendarYear,
  CallbackBoard,
  CallbackFigures,
  Case,
  CaseClocks,
  ChangeEntry,
  Clashes,
  Cockpit,
  Comment,
  ComplaintStatistics,
  Copy,
  Customer,
  Cutovers,
  DecisionLink,
  Demo,
  Device,
  Duty,
  FaultBoard,
  FaultFigures,
  Found,
  IntakeSource,
  JournalEntry,
  Mail,
  Me,
  OpenTask,
  Page,
  Person,
  Process,
  Roster,
  ServiceLevels,
  Session,
  Task,
  TaskDeadline,
  Team,
  Webhook,
  Delivery,
  DeliveryWithEvent,
} from './types';

const OFTEN_IN_MS = 30_000;
const SOON_IN_MS = 2_000;
const IN_WINDOW = ['window', 'cutover', 'observation', 'roll-back'];

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
/** What a link asks for; the address of the page alone has the token. */
export const decisionLinkQuery = (client: Client) =>
  one<DecisionLink>(client, '/decision-link', { refetchInterval: OFTEN_IN_MS });
export const taskQuery = (client: Client, id: string) => one<Task>(client, `/tasks/${encodeURIComponent(id)}`);
export const caseQuery = (client: Client, id: string) =>
  one<Case>(client, `/cases/${encodeURIComponent(id)}`, { refetchInterval: OFTEN_IN_MS });
/** Asked anew each time: how much of the time is used changes with it. */
export const taskDeadlineQuery = (client: Client, id: string) =>
  one<TaskDeadline>(client, `/tasks/${encodeURIComponent(id)}/deadline`, { staleTime: 0 });
export const caseClocksQuery = (client: Client, id: string) =>
  one<CaseClocks>(client, `/cases/${encodeURIComponent(id)}/clocks`, { staleTime: 0 });
/** How a cutover stands; asked often while something of it is under way. */
export const cockpitQuery = (client: Client, caseId: string) =>
  queryOptions({
    ...one<Cockpit>(client, `/cases/${encodeURIComponent(caseId)}/cutover`),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'open' && IN_WINDOW.includes(data.stage) ? OFTEN_IN_MS / 6 : OFTEN_IN_MS,
  });
/** The windows of cutovers, and the days off, in a span. */
export const cutoversQuery = (client: Client, span: Query) =>
  queryOptions({
    queryKey: ['/cutovers', span],
    queryFn: async ({ signal }) => await client.get<Cutovers>('/cutovers', span, signal),
  });
/** What a window would clash with. */
export const clashesQuery = (client: Client, asked: Query, isAsked: boolean) =>
  queryOptions({
    queryKey: ['/cutovers/clashes', asked],
    queryFn: async ({ signal }) => await client.get<Clashes>('/cutovers/clashes', asked, signal),
    enabled: isAsked,
    retry: false,
  });
/** 投诉统计表 of a year, or of one month of it. */
export const complaintStatisticsQuery = (client: Client, asked: Query) =>
  queryOptions({
    queryKey: ['/complaints/statistics', asked],
    queryFn: async ({ signal }) => await client.get<ComplaintStatistics>('/complaints/statistics', asked, signal),
  });
/** The open faults, what is due first on top. */
export const faultBoardQuery = (client: Client) =>
  one<FaultBoard>(client, '/faults/board', { refetchInterval: OFTEN_IN_MS / 2 });
/** 故障统计表 of a year, or of one month of it. */
export const faultFiguresQuery = (client: Client, asked: Query) =>
  queryOptions({
    queryKey: ['/faults/figures', asked],
    queryFn: async ({ signal }) => await client.get<FaultFigures>('/faults/figures', asked, signal),
  });
/** The open callbacks, what is due first on top. */
export const callbackBoardQuery = (client: Client, asked: Query) =>
  queryOptions({
    queryKey: ['/callbacks/board', asked],
    queryFn: async ({ signal }) => await client.get<CallbackBoard>('/callbacks/board', asked, signal),
    refetchInterval: OFTEN_IN_MS,
  });
/** 客户满意度统计表 of some months. */
export const callbackFiguresQuery = (client: Client, asked: Query) =>
  queryOptions({
    queryKey: ['/callbacks/figures', asked],
    queryFn: async ({ signal }) => await client.get<CallbackFigures>('/callbacks/figures', asked, signal),
  });
export const serviceLevelsQuery = (client: Client) => one<ServiceLevels>(client, '/service-levels');
export const deviceQuery = (client: Client, id: string) => one<Device>(client, `/devices/${encodeURIComponent(id)}`);
export const customerQuery = (client: Client, id: string) =>
  one<Customer>(client, `/customers/${encodeURIComponent(id)}`);
export const personQuery = (client: Client, id: string) => one<Person>(client, `/users/${encodeURIComponent(id)}`);
export const teamQuery = (client: Client, id: string) => one<Team>(client, `/teams/${encodeURIComponent(id)}`);
/** The roster of a team, with who is on duty in a window. */
export const rosterQuery = (client: Client, id: string, window: Query = {}) =>
  queryOptions({
    queryKey: [`/teams/${id}/roster`, window],
    queryFn: async ({ signal }) => await client.get<Roster>(`/teams/${encodeURIComponent(id)}/roster`, window, signal),
  });
export const onDutyQuery = (client: Client, id: string) =>
  one<Duty>(client, `/teams/${encodeURIComponent(id)}/on-duty`, { refetchInterval: OFTEN_IN_MS });
export const calendarsQuery = (client: Client) =>
  one<{ readonly items: readonly CalendarLine[] }>(client, '/calendars');
/** A calendar; while its running cases are set anew, it is asked often. */
export const calendarQuery = (client: Client, id: string) =>
  queryOptions({
    ...one<Calendar>(client, `/calendars/${encodeURIComponent(id)}`),
    refetchInterval: ({ state }) => (state.data && state.data.cases.behind > 0 ? SOON_IN_MS : OFTEN_IN_MS),
  });
export const calendarVersionQuery = (client: Client, id: string, version: number | undefined) =>
  queryOptions({
    ...one<CalendarVersion>(client, `/calendars/${encodeURIComponent(id)}/versions/${version ?? 0}`),
    enabled: version !== undefined,
  });
/** The draft of a calendar; null where there is no such calendar yet, so that it can be begun. */
export const calendarDraftQuery = (client: Client, id: string) =>
  queryOptions({
    queryKey: [`/calendars/${id}/draft`],
    queryFn: async ({ signal }) => {
      const path = `/calendars/${encodeURIComponent(id)}/draft`;
      try {
        return await client.get<CalendarDraft>(path, {}, signal);
      } catch (error) {
        if (isProblem(error, 'not-found')) return null;
        throw error;
      }
    },
  });
export const calendarComparisonQuery = (client: Client, id: string, version: number) =>
  queryOptions({
    queryKey: [`/calendars/${id}/draft/comparison`, version],
    queryFn: async ({ signal }) =>
      await client.get<CalendarComparison>(`/calendars/${encodeURIComponent(id)}/draft/comparison`, {}, signal),
  });
export const calendarYearQuery = (client: Client, id: string, year: number, version?: 'draft') =>
  queryOptions({
    queryKey: [`/calendars/${id}/years`, year, version],
    queryFn: async ({ signal }) =>
      await client.get<CalendarYear>(`/calendars/${encodeURIComponent(id)}/years/${year}`, { version }, signal),
  });
export const webhookQuery = (client: Client, id: string) => one<Webhook>(client, `/webhooks/${encodeURIComponent(id)}`);
export const intakeSourceQuery = (client: Client, id: string) =>
  one<IntakeSource>(client, `/intake-sources/${encodeURIComponent(id)}`);
/** What was sent to an endpoint, the latest first; asked often, since the worker goes on sending. */
export const deliveriesQuery = (client: Client, id: string, state?: string) =>
  infiniteQueryOptions({
    ...listQuery<Delivery>(client, `/webhooks/${encodeURIComponent(id)}/deliveries`, { state }, 20),
    refetchInterval: OFTEN_IN_MS / 6,
  });
export const deliveryQuery = (client: Client, webhookId: string, id: string) =>
  one<DeliveryWithEvent>(client, `/webhooks/${encodeURIComponent(webhookId)}/deliveries/${encodeURIComponent(id)}`);
export const openTasksQuery = (client: Client, userId: string) =>
  one<{ readonly items: readonly OpenTask[] }>(client, `/users/${encodeURIComponent(userId)}/open-tasks`);
export const changesQuery = (client: Client, kind: string, id: string) =>
  listQuery<ChangeEntry>(client, `/${kind}/${encodeURIComponent(id)}/changes`, {}, 10);
export const accessLogQuery = (client: Client, filters: Query) =>
  listQuery<AccessEntry>(client, '/access-log', filters, 50);
export const mailsQuery = (client: Client, caseId: string) =>
  one<Page<Mail>>(client, `/cases/${encodeURIComponent(caseId)}/mails`);
/** One's own sign-ins, or those of another person. */
export const sessionsQuery = (client: Client, userId?: string) =>
  one<Page<Session>>(client, userId === undefined ? '/me/sessions' : `/users/${encodeURIComponent(userId)}/sessions`);
export const commentsQuery = (client: Client, caseId: string) =>
  listQuery<Comment>(client, `/cases/${encodeURIComponent(caseId)}/comments`, {}, 100);
/** To whom a case was copied, and who has read it. */
export const copiesQuery = (client: Client, caseId: string) =>
  one<{ readonly items: readonly Copy[] }>(client, `/cases/${encodeURIComponent(caseId)}/copies`);
/** The copies of a case that I have not said to have read. */
export const unreadCopiesQuery = (client: Client, caseId: string) =>
  queryOptions({
    queryKey: ['/copies', 'of', caseId],
    queryFn: async ({ signal }) => await client.get<Page<Copy>>('/copies', { unread: true, case: caseId }, signal),
  });
export const journalQuery = (client: Client, caseId: string) =>
  listQuery<JournalEntry>(client, `/cases/${encodeURIComponent(caseId)}/journal`, {}, 100);
export const searchQuery = (client: Client, q: string, limit: number, kinds?: string) =>
  queryOptions({
    queryKey: ['/search', q, limit, kinds],
    queryFn: async ({ signal }) => await client.get<Page<Found>>('/search', { q, limit, kinds }, signal),
    enabled: q.trim() !== '',
    staleTime: OFTEN_IN_MS,
  });
