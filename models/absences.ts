import type { Actor } from './contracts/people';
import type { ResolvedSeat } from './contracts/record';
import type { Participant, Task } from './contracts/task';
import { votersOf } from './quorum';
import { isTheirs } from './whom';

/** Somebody's absence and who acts in their place, as far as the rules need it; instants are ISO in UTC. */
export interface Away {
  readonly personId: string;
  readonly substituteId: string;
  readonly from: string;
  readonly to: string;
  /** Who said last who acts, and when; missing on absences that were entered before this was kept. */
  readonly enteredBy?: string;
}

/** Somebody who acts for a person, until when (ISO, UTC), and who said so: of each absence that leads to them. */
export interface Acting {
  readonly id: string;
  readonly until: string;
  readonly enteredBy?: readonly string[];
}

/** Whether somebody is absent for a task, and who may act for them there. */
export type StandIn = { readonly kind: 'there' } | { readonly kind: 'absent'; readonly by: Acting | null };

/**
 * Who acts for somebody on a task that some persons may not decide: the first who is fit for it and not one of those. They do not
 * choose either who decides: an absence that one of them entered counts for nothing there.
 */
export function standInOn(
  acting: readonly Acting[],
  excluded: readonly string[],
  isFit: (id: string) => boolean = () => true,
): StandIn {
  const counting = acting.filter(({ enteredBy = [] }) => !enteredBy.some((id) => excluded.includes(id)));
  if (counting.length === 0) return { kind: 'there' };
  return { kind: 'absent', by: counting.find(({ id }) => isFit(id) && !excluded.includes(id)) ?? null };
}

/**
 * Who acts for a person at an instant: their substitute, and while that one is absent, theirs. Who is there comes first; whose
 * substitute may not act does so all the same.
 */
export function substitutesOf(absences: readonly Away[], personId: string, at: string): readonly Acting[] {
  const found: Acting[] = [];
  for (let of = absenceAt(absences, personId, at); of; of = absenceAt(absences, of.substituteId, at)) {
    const { substituteId, to, enteredBy } = of;
    if (substituteId === personId || found.some(({ id }) => id === substituteId)) break;
    const last = found.at(-1);
    found.push({
      id: substituteId,
      until: last && last.until < to ? last.until : to,
      enteredBy: [...(last?.enteredBy ?? []), ...(enteredBy === undefined ? [] : [enteredBy])],
    });
  }
  return found.reverse();
}

/** Who acts for somebody now, the first who is fit for the case and may; nobody, where they are there. */
export interface ActedFor {
  readonly person: Actor;
  readonly acting: readonly Acting[];
  /** Those of them who are not fit for this case; missing where all are. */
  readonly unfit?: readonly string[];
}

/** Who acts for somebody on a task; nobody need for whom it may not decide. */
export function standInFor(task: Decided, { person, acting, unfit = [] }: ActedFor): StandIn {
  const excluded = [...task.excluded, ...votersOf(task)];
  if (excluded.includes(person.id)) return { kind: 'there' };
  return standInOn(acting, excluded, (id) => !unfit.includes(id));
}

/**
 * Whether a seat knows anything else about who acts for somebody than is so now; one that was answered only where they do so no more,
 * for they could take the vote back.
 */
export function isOutOfDate(task: Decided, seat: Participant, actedFor: ActedFor): boolean {
  const { id } = actedFor.person;
  const known = (seat.substitutes ?? []).filter(({ forWhom }) => forWhom.id === id);
  const isUnserved = seat.unserved?.some((one) => one.id === id) ?? false;
  if (seat.vote !== null) return known.some((one) => !actedFor.acting.some((acting) => isSame(one, acting)));
  const standIn = standInFor(task, actedFor);
  if (standIn.kind === 'there') return known.length > 0 || isUnserved;
  const { by } = standIn;
  if (known.length > 0) return !known.some((one) => by !== null && isSame(one, by));
  return isTheirs(seat, actedFor.person) && !(by === null && isUnserved);
}

/** Takes in who acts for whom on a seat, as the record found it. */
export function learnSubstitutes(seat: Participant, { substitutes, unserved }: Learned): void {
  if (substitutes) seat.substitutes = [...substitutes];
  else delete seat.substitutes;
  if (unserved) seat.unserved = [...unserved];
  else delete seat.unserved;
}

function isSame(one: Pick<Acting, 'id' | 'until'>, other: Pick<Acting, 'id' | 'until'>): boolean {
  return one.id === other.id && one.until === other.until;
}

type Decided = Pick<Task, 'excluded' | 'participants'>;
type Learned = Pick<ResolvedSeat, 'substitutes' | 'unserved'>;

/** True when with this absence somebody would act for themselves in the end, at any instant of it (A→B→A). */
export function makesCircle(others: readonly Away[], added: Away): boolean {
  const all = [...others, added];
  // Who acts for whom changes only where an absence begins.
  const beginnings = others.map(({ from }) => from).filter((from) => from > added.from && from < added.to);
  return [added.from, ...beginnings].some((at) => {
    const seen = new Set([added.personId]);
    for (let of = absenceAt(all, added.personId, at); of; of = absenceAt(all, of.substituteId, at)) {
      if (seen.has(of.substituteId)) return true;
      seen.add(of.substituteId);
    }
    return false;
  });
}

/** True when two absences have time in common. */
export function overlap(one: Pick<Away, 'from' | 'to'>, other: Pick<Away, 'from' | 'to'>): boolean {
  return one.from < other.to && other.from < one.to;
}

function absenceAt(absences: readonly Away[], personId: string, at: string): Away | undefined {
  return absences.find((one) => one.personId === personId && isAt(one, at));
}

function isAt({ from, to }: Away, at: string): boolean {
  return from <= at && at < to;
}
