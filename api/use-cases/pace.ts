import type { Model } from 'mongoose';
import type { CommentRow, CopyRow } from '../../models/db';
import { said } from '../../models/faults';
import { Problem } from '../http/problem';
import type { AnyCall } from './master-data';

const MINUTES = 10;
const WINDOW_IN_MS = MINUTES * 60_000;

/** Refuses to let somebody write more of a kind within ten minutes than people do, since others are told of each by mail. */
export async function mustKeepPace<Row extends CommentRow | CopyRow>(
  Rows: Model<Row>,
  { deps, me, session }: AnyCall,
  most: number,
  added = 1,
): Promise<void> {
  const now = deps.now().getTime();
  const recent = await Rows.find({ 'by.id': me.id, at: { $gt: new Date(now - WINDOW_IN_MS) } }, { at: 1 })
    .sort({ at: -1 })
    .limit(most)
    .session(session)
    .lean<Pick<Row, 'at'>[]>();
  // Once this one is long enough ago there is room for what is to be added.
  const last = recent[most - added];
  if (!last) return;
  const retryAfterInSeconds = Math.max(1, Math.ceil((last.at.getTime() + WINDOW_IN_MS - now) / 1_000));
  throw new Problem('too-often', said('too-fast', { most, minutes: MINUTES }), { retryAfterInSeconds });
}
