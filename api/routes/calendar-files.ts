import { Readable } from 'node:stream';
import { z } from 'zod';
import { icsOf } from '../../models/calendar/ics-export';
import { opened } from '../../models/calendar/opened';
import { STAFF_ROLES } from '../../models/codes';
import { calendarDraftAnswer, calendarImportPreview } from '../../models/contracts/calendar-answers';
import { calendarExportQuery, calendarImportInput } from '../../models/contracts/calendar-requests';
import type { CalendarFile } from '../../models/contracts/calendar';
import { EDITORS } from '../../models/contracts/editors';
import { id } from '../../models/contracts/fields';
import { sha256Of } from '../../models/hash';
import { route, type Answer, type Call } from '../http/route';
import { writeDraft } from '../use-cases/calendar-draft';
import { calendarAsked, newestCalendar } from '../use-cases/calendars';
import { comparisonOf } from '../use-cases/compare-calendar';
import { readCalendarFile } from '../use-cases/import-calendar';

const params = z.strictObject({ id });
const JSON_TYPE = 'application/json';
const ICS_TYPE = 'text/calendar';

/** Calendars as files: what a file would change, taking it over into the draft, and writing one. */
export const CALENDAR_FILE_ROUTES = [
  route({
    method: 'post',
    path: '/calendars/{id}/import/preview',
    who: EDITORS.calendars,
    summary: { zh: '预览日历文件的导入', en: 'What a calendar file would change' },
    repeats: 'none',
    params,
    accepts: 'file',
    body: calendarImportInput,
    answers: { 200: calendarImportPreview },
    errors: ['not-found', 'invalid-input', 'wrong-type', 'too-large'],
    handle: async (call) => {
      const { db, now } = call.deps;
      const { newest, content } = await standing(call);
      const read = readCalendarFile(call, call.params.id, content);
      const comparison = await comparisonOf(db, now(), call.params.id, newest, read.content);
      const { format, fileName, events } = read;
      return { status: 200, body: { format, fileName, events, comparison } };
    },
  }),
  route({
    method: 'post',
    path: '/calendars/{id}/import',
    who: EDITORS.calendars,
    summary: { zh: '把日历文件导入草稿', en: 'Take a calendar file over into the draft' },
    repeats: 'stored',
    params,
    accepts: 'file',
    body: calendarImportInput,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: calendarDraftAnswer },
    errors: ['not-found', 'invalid-input', 'wrong-type', 'too-large', 'wrong-state'],
    handle: async (call) => {
      const { newest, base, content } = await standing(call);
      const read = readCalendarFile(call, call.params.id, content);
      // A JSON file is the whole calendar and rests on nothing; the days of an ICS file rest on what was being changed.
      const on = read.format === 'json' ? (newest?.version ?? 0) : base;
      return await writeDraft(call, call.params.id, { base: on, ...read.content });
    },
  }),
  route({
    method: 'get',
    path: '/calendars/{id}/export',
    who: STAFF_ROLES,
    summary: { zh: '导出日历文件', en: 'A calendar as a file' },
    repeats: 'none',
    params,
    query: calendarExportQuery,
    answers: { 200: { contentTypes: [JSON_TYPE, ICS_TYPE] } },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => {
      const { id: one } = call.params;
      const { format, year = call.deps.now().getUTCFullYear(), version } = call.query;
      const asked = await calendarAsked(call.deps.db, one, version);
      const { calendar, holidayYears } = asked.content;
      const file: CalendarFile = { format: 'opsflow-calendar/1', calendar, holidayYears: [...holidayYears] };
      if (format === 'json') {
        const name = `${one}-${asked.version === null ? 'draft' : `v${asked.version}`}.json`;
        return fileOf(`${JSON.stringify(file, null, 2)}\n`, JSON_TYPE, name);
      }
      const at = call.deps.now().getTime();
      const text = icsOf(opened(one, asked.version ?? 0, asked.content), year, at, call.language);
      return fileOf(text, `${ICS_TYPE}; charset=utf-8`, `${one}-${year}.ics`);
    },
  }),
];

/** What a file is taken over upon: the draft, else what is in force, else nothing. */
async function standing({ deps: { db }, params: { id: one }, session }: Call<{ id: string }, unknown, unknown>) {
  const newest = await newestCalendar(db, one, session);
  const draft = await db.calendarDrafts.findById(one).session(session).lean();
  const base = draft?.content ? draft.base : (newest?.version ?? 0);
  return { newest, base, content: draft?.content ?? newest };
}

function fileOf(text: string, contentType: string, fileName: string): Answer {
  const bytes = Buffer.from(text);
  return {
    status: 200,
    file: { stream: Readable.from([bytes]), contentType, fileName, plainName: fileName, sha256: sha256Of(bytes) },
  };
}
