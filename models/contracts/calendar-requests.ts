import { z } from 'zod';
import { wrong } from '../faults';
import { calendarInput } from './calendar';
import { instantSent, line } from './fields';
import { holidayYears } from './holidays';
import { MAX_BUDGET_IN_MS } from './sla-clock';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2200;
const MOST_CHOSEN = 5000;
/** Two years: to tell day by day why takes long, and nobody else is answered meanwhile. */
const MAX_WORKING_DAYS = 500;

/** The id of a calendar, as `COMPANY_CALENDAR` names it. */
export const CALENDAR_ID = /^[A-Za-z0-9-]{1,64}$/;

/** A year of a calendar. */
export const calendarYear = z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR);

/** Which version is asked: a number, or what is being changed; left out, the newest. */
export const calendarVersionAsked = {
  version: z.union([z.literal('draft'), z.coerce.number().int().min(1)]).optional(),
};

/** What is being changed: all of the calendar, made from a published version (0: a new calendar). */
export const calendarDraftInput = z
  .strictObject({ base: z.number().int().min(0), calendar: calendarInput, holidayYears: holidayYears.default([]) })
  .meta({ id: 'CalendarDraftInput' });

/** Why a version is published, as its list tells. */
export const publishInput = z.strictObject({ note: line(200) }).meta({ id: 'CalendarPublishInput' });

/** Two instants. */
export const openTimeQuery = z.strictObject({
  from: instantSent,
  to: instantSent,
  ...calendarVersionAsked,
});

/** A budget from an instant: milliseconds or working days. */
export const deadlineQuery = z
  .strictObject({
    from: instantSent,
    budgetInMs: z.coerce.number().int().min(1).max(MAX_BUDGET_IN_MS).optional(),
    workingDays: z.coerce.number().int().min(1).max(MAX_WORKING_DAYS).optional(),
    time: z.enum(['open', 'elapsed']).default('open'),
    ...calendarVersionAsked,
  })
  .refine(
    ({ budgetInMs, workingDays }) => (budgetInMs === undefined) !== (workingDays === undefined),
    wrong('one-budget'),
  )
  .refine(({ workingDays, time }) => workingDays === undefined || time === 'open', wrong('working-days-are-open'));

/** How a file is taken over, beside the file itself. */
export const calendarImportInput = z.strictObject({
  /** Days of an ICS file as the calendar's own exceptions, or as the public holidays of a year. */
  as: z.enum(['exceptions', 'holidays']).default('exceptions'),
  year: calendarYear.optional(),
  /** The places of the events that are taken, `0,3,7`; left out, those that are suggested. */
  chosen: z
    .string()
    .regex(/^(\d{1,4}(,\d{1,4})*)?$/, wrong('not-places'))
    .transform((text) => (text === '' ? [] : text.split(',').map(Number)))
    .refine((places) => places.length <= MOST_CHOSEN)
    .optional(),
});

/** Asks for a calendar as a file: all of it, or a year's days off, make-up days and exceptions. */
export const calendarExportQuery = z.strictObject({
  format: z.enum(['json', 'ics']).default('json'),
  year: calendarYear.optional(),
  ...calendarVersionAsked,
});
