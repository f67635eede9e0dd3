import { changedParts } from '../../models/calendar/compare';
import { publishedContent } from '../../models/calendar/published-content';
import { calendarRowId, type CalendarRow } from '../../models/db';
import { said } from '../../models/faults';
import { mustMatch } from '../http/if-match';
import { duplicateOf, Problem } from '../http/problem';
import type { Answer } from '../http/route';
import { publicationShown } from '../show/calendar';
import { flat, mustBeNewest, mustOpenEnough, put } from './calendar-draft';
import { calendarAtWork, runningCases } from './calendars';
import { changesOf } from './changes';
import type { AnyCall } from './master-data';

/**
 * Publishes the draft as the next version, which never changes again; the worker then sets the running clocks of the calendar's
 * cases anew. Refused when the draft, or the calendar itself, was changed by somebody else since it was read.
 */
export async function publishCalendar(call: AnyCall, id: string, note: string): Promise<Answer> {
  const { db } = call.deps;
  const { newest, draft } = await calendarAtWork(db, id, call.session);
  if (!draft?.content) {
    mustMatch(call.request, draft?.version ?? 0);
    throw new Problem('wrong-state', said('no-draft'));
  }
  mustMatch(call.request, draft.version);
  mustBeNewest(draft.base, newest?.version ?? 0);
  if (newest && changedParts(newest, draft.content).length === 0)
    throw new Problem('wrong-state', said('nothing-changed'));
  // A draft that was saved before, or that the library's years have made another.
  mustOpenEnough(draft.content, call.deps.now());
  const version = draft.base + 1;
  const row: CalendarRow = {
    ...{ _id: calendarRowId({ id, version }), calendarId: id, version, note },
    ...publishedContent(draft.content, call.deps.now().getUTCFullYear()),
    publishedAt: call.deps.now(),
    publishedBy: { id: call.me.id, name: call.me.user.name },
  };
  await db.calendars.insertMany([row], { session: call.session }).catch((error: unknown) => {
    throw duplicateOf(error) ? new Problem('changed-meanwhile') : error;
  });
  await put(call, id, draft.version, { base: version, content: null });
  const { running } = await runningCases(db, { id, version });
  const details = { version, note, changes: changesOf(flat(newest), flat(row) ?? {}) };
  return {
    status: 201,
    body: { id, ...publicationShown(row), runningCases: running },
    access: { target: id, details },
  };
}
