import type { z } from 'zod';
import { CalendarFault } from '../../models/calendar/faults';
import { holidaysOf } from '../../models/calendar/ics-holidays';
import { previewIcs, withIcsEffects } from '../../models/calendar/ics-preview';
import { opened, type CalendarContent } from '../../models/calendar/opened';
import { calendarFile, calendarInput } from '../../models/contracts/calendar';
import type { CalendarImportPreview } from '../../models/contracts/calendar-answers';
import type { calendarImportInput } from '../../models/contracts/calendar-requests';
import { holidayYear, holidayYears } from '../../models/contracts/holidays';
import type { IcsEffect } from '../../models/contracts/ics-preview';
import { said } from '../../models/faults';
import { invalidAt, valid } from '../http/invalid';
import { Problem } from '../http/problem';
import type { Call } from '../http/route';
import { UnreadableFile } from '../spreadsheets/cells';
import { decoded } from '../spreadsheets/read-csv';
import { safeFileName } from './file-name';

type Wanted = z.output<typeof calendarImportInput>;
type ImportCall = Call<unknown, unknown, Wanted>;

const LARGEST_IN_BYTES = 2 * 1024 * 1024;
const YEARS_AHEAD = 2;

/** What a file would make of a calendar. */
export interface ReadCalendarFile {
  readonly format: 'json' | 'ics';
  readonly fileName: string;
  readonly events: CalendarImportPreview['events'];
  readonly content: CalendarContent;
}

/** Reads an uploaded JSON or ICS file over what is there (null: a new calendar); changes nothing. */
export function readCalendarFile(call: ImportCall, id: string, before: CalendarContent | null): ReadCalendarFile {
  const { file } = call.request;
  if (!file || file.size === 0) throw invalidAt('/file', 'no-file');
  const fileName = safeFileName(file.originalname);
  if (fileName === null) throw invalidAt('/file', 'no-file-name');
  if (file.size > LARGEST_IN_BYTES) throw new Problem('too-large', said('too-large-calendar'));
  const text = textOf(file.buffer);
  const isJson = /^\s*\{/.test(text.slice(0, 100));
  if (isJson) return { format: 'json', fileName, events: [], content: contentOf(text) };
  if (!/\.(ics|ical|ifb)$/i.test(fileName) && !/^\s*BEGIN:VCALENDAR/i.test(text.slice(0, 100)))
    throw new Problem('wrong-type', said('not-a-file-type', { types: 'json, ics' }));
  if (!before) throw invalidAt('/id', 'never-published');
  return { format: 'ics', fileName, ...overlaid(call, id, before, { text, fileName }) };
}

function overlaid(
  call: ImportCall,
  id: string,
  before: CalendarContent,
  { text, fileName }: Record<'text' | 'fileName', string>,
) {
  const { as, year, chosen } = call.body;
  if (as === 'holidays' && year === undefined) throw invalidAt('/year', 'year-needed');
  const effects = effectsOf(id, before, text, yearsOf(call));
  const stranger = chosen?.find((place) => place >= effects.length);
  if (stranger !== undefined) throw invalidAt('/chosen', 'no-such-event', { event: stranger });
  const isChosen = (effect: IcsEffect, place: number) =>
    effect.kind !== 'nothing' && (chosen ? chosen.includes(place) : effect.isSuggested);
  const taken = effects.filter(isChosen);
  const content =
    as === 'holidays' && year !== undefined
      ? withHolidays(before, taken, year, fileName)
      : withExceptions(before, taken);
  return { content, events: effects.map((effect, place) => eventShown(effect, place, isChosen(effect, place))) };
}

function effectsOf(id: string, before: CalendarContent, text: string, years: { first: number; last: number }) {
  try {
    return previewIcs(opened(id, 0, before), text, years);
  } catch (error) {
    if (!(error instanceof CalendarFault)) throw error;
    throw new Problem('invalid-input', '', { faults: [{ pointer: '/file', detail: error.text }] });
  }
}

function yearsOf({ body: { as, year }, deps }: ImportCall) {
  if (year !== undefined) return { first: as === 'holidays' ? year - 1 : year, last: year };
  const thisYear = deps.now().getUTCFullYear();
  return { first: thisYear, last: thisYear + YEARS_AHEAD };
}

function withExceptions(before: CalendarContent, taken: readonly IcsEffect[]): CalendarContent {
  const exceptions = withIcsEffects(before.calendar.exceptions, taken);
  return { ...before, calendar: valid(calendarInput, { ...before.calendar, exceptions }, '/calendar') };
}

function withHolidays(
  { calendar, holidayYears: entered }: CalendarContent,
  taken: readonly IcsEffect[],
  year: number,
  source: string,
): CalendarContent {
  const fresh = valid(holidayYear, { year, source, days: holidaysOf(taken, year) }, '/holidays');
  const years = [...entered.filter((one) => one.year !== year), fresh].sort((one, other) => one.year - other.year);
  return { calendar, holidayYears: valid(holidayYears, years, '/holidayYears') };
}

function eventShown(effect: IcsEffect, event: number, isChosen: boolean): CalendarImportPreview['events'][number] {
  const days = effect.days.map((day) => ({ ...day, before: [...day.before], after: [...day.after] }));
  return { event, ...effect, isChosen, days };
}

function contentOf(text: string): CalendarContent {
  const { calendar, holidayYears: years } = valid(calendarFile, parsed(text), '/file');
  return { calendar, holidayYears: years };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidAt('/file', 'not-a-calendar-file');
  }
}

/** RFC 5545 and JSON are UTF-8; Chinese programs still write GB18030. */
function textOf(bytes: Buffer): string {
  try {
    return decoded(bytes);
  } catch (error) {
    throw error instanceof UnreadableFile ? invalidAt('/file', 'unknown-encoding') : error;
  }
}
