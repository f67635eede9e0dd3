import type { ClientSession, Connection, Model } from 'mongoose';
import type { CalendarRef } from '../contracts/calendar';
import { COLLECTIONS, schemaOf } from './schemas';
import type * as rows from './rows';

/** The collections of the product, one mongoose model each. */
export interface Database {
  readonly connection: Connection;
  readonly users: Model<rows.UserRow>;
  readonly teams: Model<rows.TeamRow>;
  readonly absences: Model<rows.AbsenceRow>;
  readonly rosters: Model<rows.RosterRow>;
  readonly dutyChanges: Model<rows.DutyChangeRow>;
  readonly sessions: Model<rows.SessionRow>;
  readonly decisionLinks: Model<rows.DecisionLinkRow>;
  readonly signInFailures: Model<rows.SignInFailuresRow>;
  readonly customers: Model<rows.CustomerRow>;
  readonly contracts: Model<rows.ContractRow>;
  readonly devices: Model<rows.DeviceRow>;
  readonly cases: Model<rows.CaseRow>;
  readonly tasks: Model<rows.TaskRow>;
  readonly overruns: Model<rows.OverrunRow>;
  readonly faultFigures: Model<rows.FaultFigureRow>;
  readonly journal: Model<rows.JournalRow>;
  readonly comments: Model<rows.CommentRow>;
  readonly copies: Model<rows.CopyRow>;
  readonly steps: Model<rows.StepRow>;
  readonly answers: Model<rows.AnswerRow>;
  readonly intake: Model<rows.IntakeRow>;
  readonly intakeSources: Model<rows.IntakeSourceRow>;
  readonly intakeCounts: Model<rows.IntakeCountRow>;
  readonly mails: Model<rows.MailRow>;
  readonly webhooks: Model<rows.WebhookRow>;
  readonly deliveries: Model<rows.DeliveryRow>;
  readonly attachments: Model<rows.AttachmentRow>;
  readonly documents: Model<rows.DocumentRow>;
  readonly access: Model<rows.AccessRow>;
  readonly policies: Model<rows.PolicyRow>;
  readonly serviceLevels: Model<rows.ServiceLevelsRow>;
  readonly calendars: Model<rows.CalendarRow>;
  readonly calendarDrafts: Model<rows.CalendarDraftRow>;
  readonly counters: Model<rows.CounterRow>;
  readonly migrations: Model<rows.MigrationRow>;
}

/** The models over a connection. */
export function databaseOf(connection: Connection): Database {
  const models = Object.entries(COLLECTIONS).map(
    ([name, collection]) => [name, connection.model(name, schemaOf(collection), name)] as const,
  );
  return { connection, ...Object.fromEntries(models) } as unknown as Database;
}

/** Creates what is missing of these collections and their indexes, or of all; a second run changes nothing. */
export async function createCollections(
  db: Database,
  names: readonly (keyof typeof COLLECTIONS)[] = Object.keys(COLLECTIONS) as (keyof typeof COLLECTIONS)[],
): Promise<void> {
  for (const name of names) {
    const model = db.connection.model(name);
    await model.createCollection();
    await model.createIndexes();
  }
}

/** Runs the work in one transaction with majority write concern, repeated when MongoDB says that is safe. */
export async function inTransaction<Result>(
  db: Database,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> {
  return await db.connection.getClient().withSession(async (session) => {
    return await session.withTransaction(async () => await work(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority' },
    });
  });
}

/** The row of a version of a calendar. */
export function calendarRowId({ id, version }: CalendarRef): string {
  return `${id}@${version}`;
}

export { isDuplicateKey } from './duplicate';
export { OPEN_TO } from './schemas';
export type * from './rows';
