import type { OpenCalendar } from '../../models/calendar/open-calendar';
import type { Database } from '../../models/db';
import { newToken, sha256Of } from '../../models/hash';
import { Caller } from '../bench/product/caller';

/** What the people of the year work with. */
export interface Office {
  readonly db: Database;
  /** The company's calendar as it is in force now. */
  calendar(): OpenCalendar;
  /** What the clock on the wall shows. */
  readonly now: () => Date;
  /** Somebody, signed in for the whole year. */
  as(personId: string): Promise<Caller>;
  /** A new calendar was published: it is in force, and running clocks are set anew as a worker does by itself. */
  calendarChanges(): Promise<void>;
}

/** Signs people in without their passwords, once each, until long after the year. */
export function signIns(db: Database, apiUrl: string): Office['as'] {
  const callers = new Map<string, Promise<Caller>>();
  const signIn = async (userId: string) => {
    const token = newToken();
    const [createdAt, expiresAt] = [new Date(0), new Date('9999-01-01T00:00:00Z')];
    await db.sessions.insertMany([
      { _id: sha256Of(token), userId, createdAt, expiresAt, lastSeenAt: createdAt, address: '', agent: '' },
    ]);
    return Caller.withToken(apiUrl, token);
  };
  return async (userId) => {
    const caller = callers.get(userId) ?? signIn(userId);
    callers.set(userId, caller);
    return await caller;
  };
}
