import type { CalendarContent } from '../../models/calendar/opened';
import { LEAST_OPEN_IN_HOURS, opensTooLittle } from '../../models/calendar/opens-enough';
import type { CalendarDraftAnswer } from '../../models/contracts/calendar-answers';
import { CALENDAR_ID } from '../../models/contracts/calendar-requests';
import type { CalendarDraftRow } from '../../models/db';
import { said } from '../../models/faults';
import { invalidAt } from '../http/invalid';
import { mustMatch } from '../http/if-match';
import { duplicateOf, Problem } from '../http/problem';
import type { Answer } from '../http/route';
import { draftShown } from '../show/calendar';
import { newestCalendar } from './calendars';
import { changesOf } from './changes';
import type { AnyCall } from './master-data';

/** A draft's content, and the published version from which it was made. */
export interface WantedDraft extends CalendarContent {
  readonly base: number;
}

/** Keeps a draft, unless somebody was faster with it or has published meanwhile; nothing of it is in force yet. */
export async function writeDraft(call: AnyCall, id: string, wanted: WantedDraft): Promise<Answer> {
  const { db } = call.deps;
  // Nothing else could ever be named in COMPANY_CALENDAR.
  if (!CALENDAR_ID.test(id)) throw new Problem('not-found');
  const newest = await newestCalendar(db, id, call.session);
  const before = await db.calendarDrafts.findById(id).session(call.session).lean<CalendarDraftRow>();
  mustMatch(call.request, before?.version ?? 0);
  mustBeNewest(wanted.base, newest?.version ?? 0);
  mustOpenEnough(wanted, call.deps.now());
  const { calendar, holidayYears } = wanted;
  const draft = await put(call, id, before?.version ?? 0, { base: wanted.base, content: { calendar, holidayYears } });
  const body: CalendarDraftAnswer = draftShown(id, { newest, draft });
  const changes = changesOf(flat(before?.content ?? newest), flat({ calendar, holidayYears }) ?? {});
  return { status: 200, body, etag: draft.version, access: { target: id, details: { changes } } };
}

/** Gives a draft up; what is in force stays. */
export async function discardDraft(call: AnyCall, id: string): Promise<Answer> {
  const draft = await call.deps.db.calendarDrafts.findById(id).lean<CalendarDraftRow>();
  if (!draft?.content) throw new Problem('not-found');
  mustMatch(call.request, draft.version);
  await put(call, id, draft.version, { base: draft.base, content: null });
  return { status: 204, access: { target: id, details: { draft: draft.version } } };
}

/** Refuses a draft that was not made from the version in force. */
export function mustBeNewest(base: number, newest: number): void {
  if (base !== newest) throw new Problem('wrong-state', said('calendar-published-meanwhile', { version: newest }));
}

/** Refuses a calendar with so little open time that clocks in it could not be given a deadline. */
export function mustOpenEnough(content: CalendarContent, now: Date): void {
  const missing = opensTooLittle(content, now);
  if (missing) throw invalidAt('/calendar', 'opens-too-little', { ...missing, least: LEAST_OPEN_IN_HOURS });
}

/** The parts of a content beside each other, for the access log. */
export function flat(content: CalendarContent | null | undefined): Record<string, unknown> | null {
  return content ? { ...content.calendar, holidayYears: content.holidayYears } : null;
}

/** Writes the draft's row in its next version, unless somebody was faster. */
export async function put(
  call: AnyCall,
  id: string,
  version: number,
  draft: Pick<CalendarDraftRow, 'base' | 'content'>,
): Promise<CalendarDraftRow> {
  const updatedBy = { id: call.me.id, name: call.me.user.name };
  const next = { ...draft, updatedBy, version: version + 1, updatedAt: call.deps.now() };
  // Version 0 is no row yet; when somebody else has just made it, the insert finds the id taken.
  const { matchedCount, upsertedCount } = await call.deps.db.calendarDrafts
    .updateOne(
      { _id: id, version },
      { $set: next },
      { upsert: version === 0, ...(call.session && { session: call.session }) },
    )
    .catch((error: unknown) => {
      throw duplicateOf(error) ? new Problem('changed-meanwhile') : error;
    });
  if (matchedCount + upsertedCount === 0) throw new Problem('changed-meanwhile');
  return { _id: id, ...next };
}
