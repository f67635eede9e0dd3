import type { DutyChangeRow, RosterRow } from '../../models/db';
import type { RosterFacts, ServedDuty, Serving } from '../../models/roster/serving';
import type { NameOf } from '../use-cases/names';

/** A stretch of duty as it is answered. */
export function dutyShown({ plan }: RosterFacts, { shift, date, from, to, people }: ServedDuty, nameOf: NameOf) {
  const known = plan?.roster.shifts.find(({ id }) => id === shift);
  return {
    shift: known ? { id: known.id, title: known.title } : null,
    ...{ date, from, to },
    people: people.map((person) => servingShown(person, nameOf)),
  };
}

/** Somebody on duty as they are answered: who really is there, and for whom. */
export function servingShown({ id, by, substituteId }: Serving, nameOf: NameOf) {
  const acting = nameOf(substituteId ?? id);
  return { ...acting, by, forWhom: substituteId === null ? null : nameOf(id) };
}

/** A change of who is on duty as it is answered. */
export function dutyChangeShown(row: DutyChangeRow, nameOf: NameOf) {
  const { _id, from, to, personId, insteadOf, reason, enteredBy, swapWith, isCancelled } = row;
  return {
    ...{ id: _id, from, to, reason, enteredBy, swapWith, isCancelled },
    person: nameOf(personId),
    insteadOf: insteadOf === null ? null : nameOf(insteadOf),
  };
}

/** What is kept of a roster, as it is answered; a team without one has version 0. */
export function rosterShown(row: RosterRow | null) {
  if (!row) return { version: 0, updatedAt: null, updatedBy: null, roster: null };
  const { version, updatedAt, updatedBy, roster } = row;
  return { version, updatedAt: updatedAt.toISOString(), updatedBy, roster };
}
