/** Somebody's absence and who acts in their place, as far as the rules need it; instants are ISO in UTC. */
export interface Away {
  readonly personId: string;
  readonly substituteId: string;
  readonly from: string;
  readonly to: string;
}

/** Somebody who acts for a person, and until when (ISO, UTC). */
export interface Acting {
  readonly id: string;
  readonly until: string;
}

/**
 * Who acts for a person at an instant: their substitute, and while that one is absent, theirs. Who is there comes first; whose
 * substitute may not act does so all the same.
 */
export function substitutesOf(absences: readonly Away[], personId: string, at: string): readonly Acting[] {
  const found: Acting[] = [];
  for (let of = absenceAt(absences, personId, at); of; of = absenceAt(absences, of.substituteId, at)) {
    const { substituteId, to } = of;
    if (substituteId === personId || found.some(({ id }) => id === substituteId)) break;
    const before = found.at(-1)?.until ?? to;
    found.push({ id: substituteId, until: to < before ? to : before });
  }
  return found.reverse();
}

/** Whoever is acted for by a person at an instant, directly or by others, themselves first. */
export function actedForBy(absences: readonly Away[], personId: string, at: string): readonly string[] {
  const found = [personId];
  for (const id of found)
    for (const one of absences)
      if (one.substituteId === id && isAt(one, at) && !found.includes(one.personId)) found.push(one.personId);
  return found;
}

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
