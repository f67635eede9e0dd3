import type { z } from 'zod';
import type { CalendarContent } from '../../models/calendar/opened';
import { holidaysFrom, opened } from '../../models/calendar/opened';
import { yearView } from '../../models/calendar/year-view';
import type {
  CalendarDraftAnswer,
  CalendarLineAnswer,
  CalendarVersionAnswer,
  CalendarYearAnswer,
  publicationAnswer,
} from '../../models/contracts/calendar-answers';
import type { CalendarRow } from '../../models/db';
import { contentAtWork, type AskedVersion, type CalendarAtWork } from '../use-cases/calendars';

/** When a version was published, and by whom. */
export function publicationShown(
  row: Omit<CalendarRow, 'calendar' | 'holidayYears' | 'libraryYears'>,
): z.output<typeof publicationAnswer> {
  const { version, publishedAt, publishedBy, note, knownUntil } = row;
  return {
    ...{ version, note, knownUntil },
    publishedAt: publishedAt.toISOString(),
    publishedBy: publishedBy && { id: publishedBy.id, name: publishedBy.name },
  };
}

/** A calendar as a line of the list. */
export function calendarLine(id: string, atWork: CalendarAtWork, defaultId: string): CalendarLineAnswer {
  const { title, timeZone, holidays } = (atWork.newest ?? contentAtWork(atWork)).calendar;
  return {
    ...{ id, title, timeZone, holidays },
    published: atWork.newest && publicationShown(atWork.newest),
    isDefault: id === defaultId,
    hasDraft: Boolean(atWork.draft?.content),
  };
}

/** One published version. */
export function versionShown(row: CalendarRow): CalendarVersionAnswer {
  return { id: row.calendarId, ...publicationShown(row), ...contentShown(row) };
}

/** What is being changed, or what a draft would begin with. */
export function draftShown(id: string, atWork: CalendarAtWork): CalendarDraftAnswer {
  const { newest, draft } = atWork;
  const isDraft = Boolean(draft?.content);
  return {
    ...{ id, version: draft?.version ?? 0, isDraft },
    base: isDraft ? (draft?.base ?? 0) : (newest?.version ?? 0),
    ...contentShown(contentAtWork(atWork)),
    updatedBy: isDraft ? (draft?.updatedBy ?? null) : null,
    updatedAt: isDraft ? (draft?.updatedAt.toISOString() ?? null) : null,
  };
}

/** A year, day by day. */
export function yearShown(id: string, { version, content }: AskedVersion, year: number): CalendarYearAnswer {
  const days = yearView(opened(id, version ?? 0, content), year).map((day) => ({ ...day, ranges: [...day.ranges] }));
  return {
    ...{ id, version, year, timeZone: content.calendar.timeZone },
    holidaysFrom: holidaysFrom(content, year),
    openDays: days.filter(({ openInMs }) => openInMs > 0).length,
    openInMs: days.reduce((sum, { openInMs }) => sum + openInMs, 0),
    days,
  };
}

function contentShown({ calendar, holidayYears }: CalendarContent) {
  return { calendar, holidayYears: [...holidayYears] };
}
