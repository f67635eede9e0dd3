import { z } from 'zod';
import { issueAt } from '../faults';
import { id, instantSent, line } from './fields';
import { pageSchema, recordShape } from './lists';

const LONGEST_IN_MS = 366 * 86_400_000;

const absenceShape = {
  from: instantSent,
  to: instantSent,
  substituteId: id,
  reason: line(200),
};

/** Somebody's dated absence, with who acts in their place meanwhile [processes §0: dated absence substitute]. */
export const absenceInput = z
  .strictObject({ personId: id, ...absenceShape })
  .check(({ value, issues }) => {
    const fault = faultOfTime(value);
    if (fault) issues.push({ ...issueAt(['to'], fault), input: value.to });
    if (value.personId === value.substituteId)
      issues.push({ ...issueAt(['substituteId'], 'absence-in-a-circle'), input: value.substituteId });
  })
  .meta({ id: 'AbsenceInput' });

/** What may be changed about an absence: it ends earlier or later, somebody else acts, or it does not take place. */
export const absencePatch = z
  .strictObject({ ...absenceShape, isCancelled: z.boolean() })
  .partial()
  .meta({ id: 'AbsencePatch' });

/** An absence as it is answered. */
export const absenceAnswer = z
  .strictObject({
    ...recordShape,
    personId: z.string(),
    substituteId: z.string(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    /** Empty for those who may not enter absences of this person. */
    reason: z.string(),
    isCancelled: z.boolean(),
    /** Whether the asking person may change or cancel it. */
    may: z.strictObject({ change: z.boolean() }),
  })
  .meta({ id: 'Absence' });
/** A page of absences. */
export const absencePage = pageSchema(absenceAnswer);

/** What is wrong with the time of an absence, if anything. */
export function faultOfTime({ from, to }: { readonly from: string; readonly to: string }) {
  const lengthInMs = Date.parse(to) - Date.parse(from);
  if (lengthInMs <= 0) return 'absence-ends-first';
  return lengthInMs > LONGEST_IN_MS ? 'absence-too-long' : null;
}
