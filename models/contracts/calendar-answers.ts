import { z } from 'zod';
import { calendarInput } from './calendar';
import { holidayYears } from './holidays';
import { WEEKDAYS } from './opening-hours';
import { nameAnswer, textAnswer } from './shown';

const count = z.number().int().min(0);
const whole = z.number().int();
const ranges = z.array(z.strictObject({ from: z.string(), to: z.string() }).meta({ id: 'OpenRange' }));

const publicationShape = {
  version: whole,
  publishedAt: z.iso.datetime(),
  /** Null: it came with the installation, or holidays that became known made it. */
  publishedBy: nameAnswer.nullable(),
  note: z.string(),
  /** The last year whose public holidays were known; null for a calendar without them. */
  knownUntil: whole.nullable(),
};

/** When a version was published, and by whom. */
export const publicationAnswer = z.strictObject(publicationShape).meta({ id: 'CalendarPublication' });

const lineShape = {
  id: z.string(),
  title: textAnswer,
  timeZone: z.string(),
  holidays: calendarInput.shape.holidays,
  /** The version in force; null for a calendar that was never published. */
  published: publicationAnswer.nullable(),
  /** The calendar in which new cases begin. */
  isDefault: z.boolean(),
  hasDraft: z.boolean(),
};

/** A calendar as a line of the list. */
export const calendarLineAnswer = z.strictObject(lineShape).meta({ id: 'CalendarLine' });
/** All calendars. */
export const calendarsAnswer = z.strictObject({ items: z.array(calendarLineAnswer) });

/** A calendar with its versions, the newest first, and how far its running cases have come into the newest. */
export const calendarAnswer = z
  .strictObject({
    ...lineShape,
    versions: z.array(publicationAnswer),
    cases: z.strictObject({ running: count, behind: count }),
  })
  .meta({ id: 'Calendar' });

/** One published version with all that it holds. */
export const calendarVersionAnswer = z
  .strictObject({ id: z.string(), ...publicationShape, calendar: calendarInput, holidayYears })
  .meta({ id: 'CalendarVersion' });

/** What is being changed of a calendar; without a draft, what a draft would begin with. Its version is the ETag. */
export const calendarDraftAnswer = z
  .strictObject({
    id: z.string(),
    version: whole,
    isDraft: z.boolean(),
    /** The published version from which it was made; 0: none. */
    base: whole,
    calendar: calendarInput,
    holidayYears,
    updatedBy: nameAnswer.nullable(),
    updatedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'CalendarDraft' });

const dayShape = {
  ranges,
  rule: z.enum(['week', 'holiday', 'make-up', 'exception']),
  title: textAnswer.nullable(),
  isProvisional: z.boolean(),
};
const date = z.string();
const weekday = z.enum(WEEKDAYS);

/** A year of a calendar, day by day. */
export const calendarYearAnswer = z
  .strictObject({
    id: z.string(),
    /** Null: the draft. */
    version: whole.nullable(),
    year: whole,
    timeZone: z.string(),
    /** Where the year's public holidays come from; `computed`: the notice is not out, and the year is provisional. */
    holidaysFrom: z.enum(['entered', 'library', 'computed']).nullable(),
    openDays: count,
    openInMs: count,
    days: z.array(z.strictObject({ date, weekday, ...dayShape, openInMs: count })),
  })
  .meta({ id: 'CalendarYear' });

const changedDay = z.strictObject({
  date,
  weekday,
  /** Null where there was no calendar before. */
  before: z.strictObject(dayShape).nullable(),
  after: z.strictObject(dayShape),
});

/** What of a calendar has become another. */
export const CALENDAR_PARTS = ['title', 'timeZone', 'week', 'holidays', 'exceptions', 'holidayYears'] as const;

/** What publishing would change: parts, days of this year and the two after it, and the cases whose clocks are set anew. */
export const calendarComparisonAnswer = z
  .strictObject({
    id: z.string(),
    base: whole,
    parts: z.array(z.enum(CALENDAR_PARTS)),
    firstYear: whole,
    lastYear: whole,
    /** Those whose hours or reason are others; `days` has the first 400. */
    changedDays: count,
    /** Those that are only more or less certain than before. */
    certainDays: count,
    days: z.array(changedDay),
    runningCases: count,
  })
  .meta({ id: 'CalendarComparison' });

/** What a version was published as. */
export const publishAnswer = z
  .strictObject({ id: z.string(), ...publicationShape, runningCases: count })
  .meta({ id: 'CalendarPublished' });

/** How much time is open between two instants. */
export const openTimeAnswer = z.strictObject({ version: whole.nullable(), openInMs: count }).meta({ id: 'OpenTime' });

/** When a budget that begins at an instant would be used up, and why. */
export const deadlineAnswer = z
  .strictObject({
    version: whole.nullable(),
    dueAt: z.iso.datetime(),
    isProvisional: z.boolean(),
    /** In the language of the request. */
    sentence: z.string(),
    stretches: z.array(z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime(), ms: count })),
  })
  .meta({ id: 'DeadlineTried' });

/** What a file would make of a calendar's draft: its events, if it is an ICS file, and what would change. */
export const calendarImportPreview = z
  .strictObject({
    format: z.enum(['json', 'ics']),
    fileName: z.string(),
    events: z.array(
      z.strictObject({
        /** Its place in the file, for `chosen`. */
        event: count,
        uid: z.string(),
        summary: z.string(),
        kind: z.enum(['off', 'make-up', 'nothing']),
        because: textAnswer,
        isSuggested: z.boolean(),
        isChosen: z.boolean(),
        days: z.array(z.strictObject({ date, before: ranges, after: ranges, isChange: z.boolean() })),
      }),
    ),
    comparison: calendarComparisonAnswer,
  })
  .meta({ id: 'CalendarImportPreview' });

export type CalendarLineAnswer = z.output<typeof calendarLineAnswer>;
export type CalendarAnswer = z.output<typeof calendarAnswer>;
export type CalendarVersionAnswer = z.output<typeof calendarVersionAnswer>;
export type CalendarDraftAnswer = z.output<typeof calendarDraftAnswer>;
export type CalendarYearAnswer = z.output<typeof calendarYearAnswer>;
export type CalendarComparisonAnswer = z.output<typeof calendarComparisonAnswer>;
export type CalendarImportPreview = z.output<typeof calendarImportPreview>;
