import { z } from 'zod';

/** A label or sentence in both languages, as it is answered. */
export const textAnswer = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Text' });

/** A value of a choice with how it is called. */
export const chosenAnswer = z.strictObject({ value: z.string(), title: textAnswer });

/** A record by its id and name, as it is answered. */
export const nameAnswer = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: 'Name' });

/** Somebody who acts for one who is absent, before an instant. */
export const substituteAnswer = z
  .strictObject({ id: z.string(), name: z.string(), forWhom: nameAnswer, until: z.iso.datetime() })
  .meta({ id: 'Substitute' });

/** What only the procedure's own forms can say more about. */
export const valuesAnswer = z.record(z.string(), z.unknown());

/** The sha256 of something, in hexadecimal. */
export const sha256Answer = z.string().regex(/^[0-9a-f]{64}$/);
