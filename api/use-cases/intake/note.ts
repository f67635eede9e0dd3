import {
  inTransaction,
  type CaseRow,
  type CommentRow,
  type Database,
  type IntakeRow,
  type IntakeSourceRow,
  type UserRow,
} from '../../../models/db';
import { hashOf } from '../../../models/hash';
import { isCustomerSide } from '../../../models/whom';
import type { Deps } from '../../deps';
import { Problem } from '../../http/problem';
import type { Filter } from '../filters';
import { mailPeople } from '../mail-people';
import { personOf } from './source';

const SAME_WORDS_FOR_MS = 10 * 60_000;
const ENDS_WITHIN_MS = 60_000;
const RETRY_IN_SECONDS = 2;

/** What is written down on a case. */
export interface Note {
  readonly text: string;
  /** Whoever has the case at hand is told; where nobody has, who holds one of the keys. */
  readonly isTold: boolean;
  readonly also?: readonly string[];
  /** The id of the comment, where it has to be the same however often it is tried. */
  readonly id?: string;
  /** The lock that the case has to hold still. */
  readonly holding?: string;
}

/** What became of a note: written, or the same words were already; or the case is over. */
export type Noted = 'written' | 'repeated' | 'over';

/**
 * Writes down on a case what came by a source, as a comment for everybody, unless the same words were written in the last ten
 * minutes; whoever has the case at hand is told by mail where `isTold`. Notes of one case are written one after another.
 */
export async function noteOn(
  deps: Pick<Deps, 'db' | 'config' | 'now'>,
  source: IntakeSourceRow,
  row: CaseRow,
  { text, isTold, also = [], id, holding }: Note,
): Promise<Noted> {
  const { db } = deps;
  const at = deps.now();
  const me = personOf(source);
  const since = new Date(at.getTime() - SAME_WORDS_FOR_MS);
  const same = id === undefined ? { caseId: row._id, at: { $gt: since }, 'by.id': me.id, text } : { _id: id };
  const people = isTold ? await told(db, row, also) : [];
  const _id = id ?? `CM-${hashOf(['intake', row._id, at.toISOString(), text]).slice(0, 12)}`;
  const written: CommentRow = {
    ...{ _id, caseId: row._id, at, by: { id: me.id, name: me.name }, text, audience: 'everybody' },
    mentions: people.map(({ _id: id, name }) => ({ id, name })),
  };
  return await inTransaction(db, async (session) => {
    // The end of the case writes this row too, so that of both at once one comes after the other.
    const holder = await db.intake
      .findOneAndUpdate(
        { _id: row._id, ...(holding !== undefined && { locks: holding }) },
        { notedAt: at },
        { session },
      )
      .lean();
    if (holding !== undefined && !holder) return 'over';
    if (holding !== undefined && isEnding(holder, at)) throw notYet();
    if (await db.comments.exists(same).session(session)) return 'repeated';
    await db.comments.create([written], { session });
    await mailPeople({ deps, me, session }, row, people, { kind: 'mentioned', cause: [_id], reason: text });
    return 'written';
  });
}

/** Somebody is just withdrawing it; who died over it does not count. */
function isEnding(holder: IntakeRow | null, at: Date): boolean {
  return holder?.endingSince !== undefined && at.getTime() - holder.endingSince.getTime() < ENDS_WITHIN_MS;
}

/** It is asked for again in a moment. */
export function notYet(): Problem {
  return new Problem('busy', '', { retryAfterInSeconds: RETRY_IN_SECONDS });
}

/** The company's people who have taken something of a case in hand; where nobody has, those who hold one of the keys. */
async function told(db: Database, row: CaseRow, also: readonly string[]): Promise<readonly UserRow[]> {
  const tasks = await db.tasks.find({ caseId: row._id, status: 'open' }, { participants: 1 }).lean();
  const ids = tasks.flatMap(({ participants }) => participants.flatMap(({ assignee }) => assignee?.id ?? []));
  const atHand = await staff(db, row, { _id: { $in: [...new Set(ids)] } });
  return atHand.length > 0 || also.length === 0 ? atHand : await staff(db, row, { keys: { $in: [...also] } });
}

async function staff(db: Database, { hiddenFrom = [] }: CaseRow, which: Filter): Promise<readonly UserRow[]> {
  const people = await db.users.find({ isActive: true, ...which }).lean<UserRow[]>();
  return people.filter(({ _id, grants }) => !isCustomerSide(grants) && !hiddenFrom.includes(_id));
}
