import type { Logger } from 'pino';
import {
  isDuplicateKey,
  type CaseRow,
  type IntakeMailRow,
  type IntakeSourceRow,
  type MailOutcome,
} from '../../../../models/db';
import { roleKey } from '../../../../models/codes';
import { hashOf } from '../../../../models/hash';
import { INTAKE_ID } from '../../../../models/whom';
import { beginFault, type IntakeDeps } from '../begin';
import { noteOn } from '../note';
import { markRefused } from './bounces';
import { keepFiles, type Kept } from './files';
import type { ReceivedMail } from './received';
import { senderAt, type Sender } from './sender';
import { sorted } from './sort';

const LEASE_IN_MS = 5 * 60_000;
const MOST_TRIES = 5;

/** What became of a mail; null while somebody else is at it. */
export type TakenMail = Pick<IntakeMailRow, 'outcome' | 'caseId'> | null;

interface Came {
  readonly outcome: MailOutcome;
  readonly caseId: string | null;
}

/**
 * Takes a mail that came into the mailbox, once: it is written down before anything is done with it, and all that is done has its
 * Message-ID for a key, so that what broke off is done again to the same end.
 */
export async function takeMail(
  deps: IntakeDeps,
  log: Logger,
  mail: ReceivedMail,
  ours: readonly string[],
): Promise<TakenMail> {
  const row = await writtenDown(deps, mail);
  if (row.outcome !== null) return row;
  if (!(await isOurTurn(deps, row))) return null;
  const came =
    row.tries >= MOST_TRIES ? { outcome: 'failed' as const, caseId: null } : await dealtWith(deps, mail, row._id, ours);
  await deps.db.intakeMails.updateOne({ _id: row._id }, { $set: came });
  log.info(
    { event: 'mail', outcome: came.outcome, caseId: came.caseId ?? undefined, mail: row._id },
    'a mail was taken',
  );
  return came;
}

async function writtenDown(
  { db, now }: IntakeDeps,
  { messageId, from, subject }: ReceivedMail,
): Promise<IntakeMailRow> {
  const row: IntakeMailRow = {
    ...{ _id: hashOf(['mail', messageId]), messageId, from, subject, receivedAt: now(), tries: 0 },
    ...{ leaseUntil: new Date(0), outcome: null, caseId: null },
  };
  try {
    await db.intakeMails.create([row]);
    return row;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await db.intakeMails.findById(row._id).lean<IntakeMailRow>()) ?? row;
  }
}

/** Of several workers that see the same mail one does it, unless that one has died of it. */
async function isOurTurn({ db, now }: IntakeDeps, { _id }: IntakeMailRow): Promise<boolean> {
  const at = now();
  const leased = { $set: { leaseUntil: new Date(at.getTime() + LEASE_IN_MS) }, $inc: { tries: 1 } };
  const { modifiedCount } = await db.intakeMails.updateOne({ _id, outcome: null, leaseUntil: { $lte: at } }, leased);
  return modifiedCount === 1;
}

async function dealtWith(deps: IntakeDeps, mail: ReceivedMail, mailId: string, ours: readonly string[]): Promise<Came> {
  const sort = sorted(mail, ours);
  if (sort.is === 'own' || sort.is === 'automatic') return { outcome: sort.is, caseId: null };
  if (sort.is === 'bounce') {
    const caseId = await markRefused(deps, sort);
    return { outcome: caseId === null ? 'automatic' : 'bounced', caseId };
  }
  const sender = await senderAt(deps.db, mail.from, mail.fromAsWritten);
  if (!sender) return { outcome: 'stranger', caseId: null };
  const row = sort.caseId === null ? null : await deps.db.cases.findById(sort.caseId, { search: 0 }).lean<CaseRow>();
  const isTheirs = row?.customerId === sender.customerId;
  return isTheirs ? await addTo(deps, row, sender, mail, mailId) : await open(deps, sender, mail, mailId);
}

/** Who writes, as the source of what they report: they are on their customer's side, and nothing is asked of them by this. */
function sourceOf({ customerId, name }: Sender): IntakeSourceRow {
  const source = {
    _id: `${INTAKE_ID}-mail`,
    version: 1,
    updatedAt: new Date(0),
    name,
    kind: 'mail',
    customerId,
  } as const;
  return { ...source, contact: null, closesOnRecovery: false, isEnabled: true, secrets: [] };
}

async function addTo(
  deps: IntakeDeps,
  row: CaseRow,
  sender: Sender,
  mail: ReceivedMail,
  mailId: string,
): Promise<Came> {
  const source = sourceOf(sender);
  const about = { mailId, ownerId: source._id, caseId: row._id, now: deps.now() };
  const kept = await keepFiles(deps.db, mail.files, about);
  const text = [`邮件（by mail）：${sender.name} <${sender.address}>`, mail.subject, wordsOf(mail, kept)].join('\n');
  const also = [roleKey('service-desk', row.customerId), roleKey('service-desk', null)];
  await noteOn(deps, source, row, { text, isTold: true, also, id: `CM-${mailId.slice(0, 12)}` });
  return { outcome: 'added', caseId: row._id };
}

async function open(deps: IntakeDeps, sender: Sender, mail: ReceivedMail, mailId: string): Promise<Came> {
  const source = sourceOf(sender);
  const about = { mailId, ownerId: source._id, caseId: null, now: deps.now() };
  const kept = await keepFiles(deps.db, mail.files, about);
  const { personId, name, address, phone } = sender;
  const reporter = personId === null ? { name, mail: address, ...(phone !== '' && { phone }) } : { reporter: personId };
  const form = {
    ...{ customer: sender.customerId, channel: 'mail', ...reporter },
    title: mail.subject === '' ? `${name} 的邮件` : mail.subject,
    description: wordsOf(mail, kept),
    files: kept.ids.length > 0 ? kept.ids : undefined,
  };
  const { caseId } = await beginFault(deps, source, { form, key: ['mail', mailId] });
  return { outcome: 'opened', caseId };
}

function wordsOf({ text }: ReceivedMail, { left }: Kept): string {
  const missing = left.length > 0 ? [`未保存的附件（类型或大小不符）：${left.join('、')}`] : [];
  return [text === '' ? '（邮件没有正文）' : text, ...missing].join('\n');
}
