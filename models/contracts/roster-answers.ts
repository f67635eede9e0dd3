import { z } from 'zod';
import { issueAt } from '../faults';
import { id, instantSent, line } from './fields';
import { DUTY_BY, rosterInput } from './roster';
import { nameAnswer, textAnswer } from './shown';

const DAY_IN_MS = 86_400_000;
/** The longest time for which a roster is shown at once, and that one change lasts. */
export const LONGEST_WINDOW_IN_DAYS = 100;

const stretch = z.strictObject({ from: instantSent, to: instantSent });

/** A change of who is on duty: in another's place, besides those on duty, or, with `inReturn`, a swap 换班 of two stretches. */
export const dutyChangeInput = z
  .strictObject({
    ...stretch.shape,
    personId: id,
    /** Whose duty it is; null: besides those on duty. */
    insteadOf: id.nullable(),
    /** When they take the duty of the other in return. */
    inReturn: stretch.nullable().default(null),
    reason: line(200),
  })
  .check(({ value, issues }) => {
    const { inReturn, personId, insteadOf } = value;
    for (const [path, of] of [
      [[], value],
      [['inReturn'], inReturn],
    ] as const) {
      const code = of && faultOfStretch(of);
      if (code) issues.push({ ...issueAt([...path, 'to'], code, { most: LONGEST_WINDOW_IN_DAYS }), input: of.to });
    }
    if (personId === insteadOf) issues.push({ ...issueAt(['personId'], 'duty-of-oneself'), input: personId });
    if (inReturn && insteadOf === null)
      issues.push({ ...issueAt(['insteadOf'], 'swap-with-somebody'), input: insteadOf });
  })
  .meta({ id: 'DutyChangeInput' });

/** What is wrong with the time of a change or a window, if anything. */
export function faultOfStretch({ from, to }: { readonly from: string; readonly to: string }) {
  const lengthInMs = Date.parse(to) - Date.parse(from);
  if (lengthInMs <= 0) return 'absence-ends-first';
  return lengthInMs > LONGEST_WINDOW_IN_DAYS * DAY_IN_MS ? 'window-too-long' : null;
}

/** Which part of a roster is asked for; without it, none of its days. */
export const rosterQuery = z.strictObject({ from: instantSent.optional(), to: instantSent.optional() });
/** At which instantSent; without it, now. */
export const onDutyQuery = z.strictObject({ at: instantSent.optional() });

const onDutyPerson = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    /** `manager`: nobody else is on duty, so whoever leads the team is. */
    by: z.enum([...DUTY_BY, 'manager']),
    /** The one who is absent and in whose place they are on duty. */
    forWhom: nameAnswer.nullable(),
  })
  .meta({ id: 'OnDutyPerson' });

/** Who is on duty for a stretch of time; nobody, where the team has no manager either. */
export const dutyAnswer = z
  .strictObject({
    /** Null where the team has no roster. */
    shift: z.strictObject({ id: z.string(), title: textAnswer }).nullable(),
    /** The day on which the shift begins, in the calendar of the roster. */
    date: z.string().nullable(),
    from: z.iso.datetime().nullable(),
    to: z.iso.datetime().nullable(),
    people: z.array(onDutyPerson),
  })
  .meta({ id: 'Duty' });

/** A change of who is on duty, as it is answered. */
export const dutyChangeAnswer = z
  .strictObject({
    id: z.string(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    person: nameAnswer,
    insteadOf: nameAnswer.nullable(),
    reason: z.string(),
    enteredBy: nameAnswer,
    /** The other half of a swap. */
    swapWith: z.string().nullable(),
    isCancelled: z.boolean(),
  })
  .meta({ id: 'DutyChange' });
/** The changes that one request has made or cancelled: two for a swap. */
export const dutyChangesAnswer = z.strictObject({ changes: z.array(dutyChangeAnswer) }).meta({ id: 'DutyChanges' });

/** The roster of a team; version 0: it has none yet. */
export const rosterAnswer = z
  .strictObject({
    team: nameAnswer,
    version: z.number().int(),
    updatedAt: z.iso.datetime().nullable(),
    updatedBy: nameAnswer.nullable(),
    roster: rosterInput.nullable(),
    /** The zone of its calendar. */
    timeZone: z.string().nullable(),
    /** Everybody whom it names, and the members of the team. */
    people: z.array(z.strictObject({ ...nameAnswer.shape, isMember: z.boolean() })),
    stretches: z.array(dutyAnswer),
    /** Changes in the time that was asked for. */
    changes: z.array(dutyChangeAnswer),
    /** Whether the asking person may edit it and enter changes, and hand over their own duty. */
    may: z.strictObject({ edit: z.boolean(), handOver: z.boolean() }),
  })
  .meta({ id: 'Roster' });
