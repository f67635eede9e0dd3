import type { Policy } from '../../models/contracts/policy';
import type { Panel, Quorum } from '../../models/contracts/quorum';
import type { Installation } from '../harness/installation';

/** The approval that the tests let several people give. */
export const STEP = 'manager-review';
/** Who holds what for the first demo customer, each role one person. */
export const HOLDERS = {
  'project-manager': 'wang',
  'deputy-project-manager': 'sun',
  management: 'wu',
  finance: 'zhou',
  'competent-department': 'chen',
} as const;
/** A role that the tests ask. */
export type Seat = keyof typeof HOLDERS;
export const SEATS = Object.keys(HOLDERS) as Seat[];
export const PEOPLE = Object.values(HOLDERS);
export const THREE = ['project-manager', 'deputy-project-manager', 'management'] as const;

/** The task on which they vote. */
export const votesOn = (caseId: string) => `${caseId}.${STEP}.1`;

/** Who of these finds the vote in their inbox. */
export async function inboxes(h: Installation, caseId: string, people: readonly string[] = PEOPLE): Promise<string[]> {
  const mine = await Promise.all(people.map(async (who) => ({ who, tasks: await h.as(who).inbox(caseId) })));
  return mine.filter(({ tasks }) => tasks.some(({ step }) => step === STEP)).map(({ who }) => who);
}

/** A case that has come to the approval; one person gives it, unless a quorum is named. */
export async function asks(
  h: Installation,
  quorum: Quorum | null,
  among: readonly Seat[] = THREE,
  change: Partial<Policy> = {},
): Promise<string> {
  const panels: Record<string, Panel> = quorum ? { [STEP]: { quorum, among: [...among] } } : {};
  await h.setPolicy({ panels, ...change });
  const caseId = await h.as('li').startsScrap(await h.device());
  await h.as('chen').submits(caseId, 'receipt');
  return caseId;
}

/** Numbers that are the same in every run (a linear congruence, its upper bits). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

/** The same in an order by chance. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const rest = [...items];
  return items.map(() => rest.splice(random() % rest.length, 1)[0]!);
}

/** A rule by chance for so many seats. */
export function quorumOf(random: () => number, seats: number): Quorum {
  const kind = (['any', 'all', 'in-turn', 'count', 'percent'] as const)[random() % 5]!;
  const hasVeto = random() % 3 === 0;
  if (kind === 'count') return { kind, hasVeto, needed: 1 + (random() % seats) };
  return kind === 'percent' ? { kind, hasVeto, needed: 1 + (random() % 100) } : { kind, hasVeto };
}
