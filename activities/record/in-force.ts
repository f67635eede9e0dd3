import type { Away } from '../../models/absences';
import type { Database } from '../../models/db';
import { absentAt, AWAY } from '../../models/db/absences';
import { LISTENING, type Listening } from '../webhooks/deliveries';

/** What a record has to know of what holds at its instant. */
export interface InForce {
  readonly away: readonly Away[];
  readonly listening: readonly Listening[];
}

/** Who is absent at an instant (ISO, UTC), and which endpoints are sent events: asked for by every record, so by one command. */
export async function inForceAt(db: Database, at: string): Promise<InForce> {
  const found = await db.absences.aggregate<Partial<Away> & { readonly webhook?: Listening }>([
    { $match: absentAt(at) },
    { $project: AWAY },
    { $unionWith: { coll: 'webhooks', pipeline: [...LISTENING, { $replaceWith: { webhook: '$$ROOT' } }] } },
  ]);
  return {
    away: found.filter((one): one is Away => one.webhook === undefined),
    listening: found.flatMap(({ webhook }) => webhook ?? []),
  };
}
