import type { DutyChangeRow, MailRow, TeamRow, UserRow } from '../../models/db';
import { mailSettingOf, queuedMail } from '../../models/db/queued-mail';
import { addressedTo } from './mail-people';
import type { AnyCall } from './master-data';
import type { NameOf } from './names';

interface Told extends DutyChangeRow {
  /** When they are on duty for each other the other way round; null where it is no swap. */
  readonly inReturn: { readonly from: string; readonly to: string } | null;
}

type DutyMail = Extract<MailRow['kind'], 'duty-changed' | 'duty-change-cancelled'>;

/** Leaves a mail about each change for those whom it concerns: who is on duty by it, and who is not. Both halves of a swap are told in one. */
export async function tellOfDutyChanges(
  call: AnyCall,
  team: TeamRow,
  kind: DutyMail,
  rows: readonly DutyChangeRow[],
  nameOf: NameOf,
): Promise<void> {
  const { db } = call.deps;
  const ids = [...new Set(rows.flatMap(({ personId, insteadOf }) => [personId, ...(insteadOf ? [insteadOf] : [])]))];
  const people = await db.users
    .find(
      { _id: { $in: ids }, isActive: true, email: { $ne: '' } },
      { name: 1, email: 1, language: 1, passwordHash: 1, grants: 1, mailChoices: 1 },
    )
    .session(call.session)
    .lean<UserRow[]>();
  const mails = rows
    .filter(isTold)
    .flatMap((row) =>
      people
        .filter(({ _id }) => _id === row.personId || _id === row.insteadOf)
        .map((person) => mailRow(call, team, kind, withReturn(row, rows), person, nameOf)),
    );
  if (mails.length > 0) await db.mails.create(mails, { session: call.session, ordered: true });
}

/** The second half of a swap stands in the mail of the first. */
function isTold({ swapWith }: DutyChangeRow, index: number, rows: readonly DutyChangeRow[]): boolean {
  return !rows.slice(0, index).some(({ _id }) => _id === swapWith);
}

function withReturn(row: DutyChangeRow, rows: readonly DutyChangeRow[]): Told {
  const other = rows.find(({ _id }) => _id === row.swapWith);
  return { ...row, inReturn: other ? { from: other.from, to: other.to } : null };
}

function mailRow(
  { deps: { config, now }, me }: AnyCall,
  team: TeamRow,
  kind: DutyMail,
  { _id, version, from, to, personId, insteadOf, reason, inReturn }: Told,
  person: UserRow,
  nameOf: NameOf,
): MailRow {
  const details = {
    ...{ team: { id: team._id, name: team.name }, from, to, reason, by: me.name },
    person: nameOf(personId).name,
    insteadOf: insteadOf === null ? '' : nameOf(insteadOf).name,
    ...(inReturn && { inReturn }),
  };
  // It is about no case.
  const head = {
    id: _id,
    priority: null,
    process: '',
    subject: '',
    customer: null,
    applicant: { id: me.id, name: me.name },
  };
  const about = { head, kind, cause: [version, kind], step: '', taskId: null, details, dueAt: null, at: now() };
  const mail = queuedMail({ ...about, ...addressedTo(person) }, mailSettingOf(config));
  return { ...mail, caseId: '' };
}
