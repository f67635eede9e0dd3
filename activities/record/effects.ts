import type { AnyBulkWriteOperation, ClientSession } from 'mongoose';
import { assertNever } from '../../models/codes';
import type { Effect } from '../../models/contracts/record';
import type { Database, TaskRow } from '../../models/db';

/** Carries out the changes of other rows that belong to a step, in its transaction. */
export async function applyEffects(
  db: Database,
  caseId: string,
  effects: readonly Effect[],
  session: ClientSession,
): Promise<void> {
  for (const effect of effects) await apply(db, caseId, effect, session);
}

/** The changes of task rows that a step's effects ask for, to go with its other task rows. */
export function voidings(effects: readonly Effect[]): AnyBulkWriteOperation<TaskRow>[] {
  const taskIds = effects.flatMap((effect) => (effect.kind === 'void-decisions' ? effect.taskIds : []));
  return taskIds.length === 0
    ? []
    : [
        {
          updateMany: {
            filter: { _id: { $in: taskIds } },
            update: { $set: { isVoid: true, 'decision.isVoid': true } },
          },
        },
      ];
}

async function apply(db: Database, caseId: string, effect: Effect, session: ClientSession): Promise<void> {
  switch (effect.kind) {
    case 'scrap-device':
      await db.devices.updateOne(
        { _id: effect.deviceId },
        { $set: { state: 'scrapped', scrappedBy: caseId, updatedAt: new Date(effect.at) }, $inc: { version: 1 } },
        { session },
      );
      return;
    case 'bind-attachments':
      await db.attachments.updateMany(
        { _id: { $in: effect.ids }, caseId: null },
        { $set: { caseId, expiresAt: null } },
        { session },
      );
      return;
    case 'file-document': {
      const { id, at, ...document } = effect.document;
      await db.documents.updateOne(
        { _id: id },
        { $set: { ...document, caseId, at: new Date(at) } },
        { session, upsert: true },
      );
      return;
    }
    case 'release-locks':
      await db.intake.updateOne({ _id: caseId }, { $set: { state: 'closed' }, $unset: { locks: 1 } }, { session });
      return;
    // Written with the other task rows, and with the rows of the figures.
    case 'void-decisions':
    case 'count-overrun':
      return;
    default:
      assertNever(effect);
  }
}
