import { z } from 'zod';
import { STAFF_ROLES } from '../../models/codes';
import {
  calendarAnswer,
  calendarsAnswer,
  calendarVersionAnswer,
  calendarYearAnswer,
  deadlineAnswer,
  openTimeAnswer,
} from '../../models/contracts/calendar-answers';
import {
  calendarVersionAsked,
  calendarYear,
  deadlineQuery,
  openTimeQuery,
} from '../../models/contracts/calendar-requests';
import { id } from '../../models/contracts/fields';
import type { CalendarRow } from '../../models/db';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { calendarLine, publicationShown, versionShown, yearShown } from '../show/calendar';
import { deadlineOf, openTimeOf } from '../use-cases/calendar-questions';
import { calendarAsked, calendarAtWork, runningCases } from '../use-cases/calendars';

const MOST_VERSIONS = 200;
const params = z.strictObject({ id });
const version = z.coerce.number().int().min(1);

/** The calendars in which deadlines run, and what can be asked of them; customers' people see none. */
export const CALENDAR_ROUTES = [
  route({
    method: 'get',
    path: '/calendars',
    who: STAFF_ROLES,
    summary: { zh: '工作日历列表', en: 'List the calendars' },
    repeats: 'none',
    answers: { 200: calendarsAnswer },
    errors: [],
    handle: async ({ deps: { db, config } }) => {
      const [published, drafted] = await Promise.all([
        db.calendars.distinct('calendarId'),
        db.calendarDrafts.distinct('_id', { _id: { $gt: '' }, content: { $type: 'object' } }),
      ]);
      const ids = [...new Set([...published, ...drafted])].sort();
      const items = ids.map(async (one) => calendarLine(one, await calendarAtWork(db, one), config.COMPANY_CALENDAR));
      return { status: 200, body: { items: await Promise.all(items) } };
    },
  }),
  route({
    method: 'get',
    path: '/calendars/{id}',
    who: STAFF_ROLES,
    summary: { zh: '查看工作日历及其版本', en: 'Read a calendar with its versions' },
    repeats: 'none',
    params,
    answers: { 200: calendarAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps: { db, config }, params: { id: calendarId } }) => {
      const atWork = await calendarAtWork(db, calendarId);
      const rows = await db.calendars
        .find({ calendarId }, { calendar: 0, holidayYears: 0 })
        .sort({ version: -1 })
        .limit(MOST_VERSIONS)
        .lean<Omit<CalendarRow, 'calendar' | 'holidayYears'>[]>();
      const cases = await runningCases(db, { id: calendarId, version: atWork.newest?.version ?? 0 });
      const line = calendarLine(calendarId, atWork, config.COMPANY_CALENDAR);
      return { status: 200, body: { ...line, versions: rows.map(publicationShown), cases } };
    },
  }),
  route({
    method: 'get',
    path: '/calendars/{id}/versions/{version}',
    who: STAFF_ROLES,
    summary: { zh: '查看工作日历的一个版本', en: 'Read a version of a calendar' },
    repeats: 'none',
    params: z.strictObject({ id, version }),
    answers: { 200: calendarVersionAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, params: asked }) => {
      const row = await deps.db.calendars.findOne({ calendarId: asked.id, version: asked.version }).lean<CalendarRow>();
      if (!row) throw new Problem('not-found');
      return { status: 200, body: versionShown(row) };
    },
  }),
  route({
    method: 'get',
    path: '/calendars/{id}/years/{year}',
    who: STAFF_ROLES,
    summary: { zh: '工作日历的一年', en: 'A year of a calendar, day by day' },
    repeats: 'none',
    params: z.strictObject({ id, year: calendarYear }),
    query: z.strictObject(calendarVersionAsked),
    answers: { 200: calendarYearAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, params: { id: one, year }, query }) => ({
      status: 200,
      body: yearShown(one, await calendarAsked(deps.db, one, query.version), year),
    }),
  }),
  route({
    method: 'get',
    path: '/calendars/{id}/open-time',
    who: STAFF_ROLES,
    summary: { zh: '两个时刻之间的工作时间', en: 'Open time between two instants' },
    repeats: 'none',
    params,
    query: openTimeQuery,
    answers: { 200: openTimeAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, params: { id: one }, query }) => ({
      status: 200,
      body: openTimeOf(one, await calendarAsked(deps.db, one, query.version), query),
    }),
  }),
  route({
    method: 'get',
    path: '/calendars/{id}/deadline',
    who: STAFF_ROLES,
    summary: { zh: '试算期限', en: 'Try out the deadline of a budget' },
    repeats: 'none',
    params,
    query: deadlineQuery,
    answers: { 200: deadlineAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, params: { id: one }, query, language }) => ({
      status: 200,
      body: deadlineOf(one, await calendarAsked(deps.db, one, query.version), query, language),
    }),
  }),
];
