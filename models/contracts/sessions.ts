import { z } from 'zod';

/** A sign-in that has not ended, as it is answered: since when, from where, and with what. */
export const sessionAnswer = z
  .strictObject({
    id: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    /** To the minute. */
    lastSeenAt: z.iso.datetime(),
    address: z.string(),
    /** Browser and system, in short. */
    agent: z.string(),
    /** The sign-in that this request came with. */
    isThis: z.boolean(),
  })
  .meta({ id: 'Session' });
/** The sign-ins of a person, the latest used first. */
export const sessionList = z.strictObject({ items: z.array(sessionAnswer) });
/** How many sign-ins were ended. */
export const sessionsEnded = z.strictObject({ ended: z.number().int() });
