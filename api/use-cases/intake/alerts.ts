import { randomUUID } from 'node:crypto';
import { ERRORS } from '../../../models/codes';
import type { ALERT_OUTCOMES } from '../../../models/contracts/intake';
import type { Text } from '../../../models/contracts/text';
import { shownInstant } from '../../../models/contracts/time';
import type { CaseRow, Database, IntakeSourceRow } from '../../../models/db';
import { hashOf } from '../../../models/hash';
import type { Deps } from '../../deps';
import { Problem } from '../../http/problem';
import { whyOf } from '../open-case';
import { alertOf, fingerprintOf, type Alert } from './alertmanager';
import { beginFault } from './begin';
import { deviceNumbered } from './device';
import { noteOn, notYet } from './note';
import { personOf } from './source';

const MOST_TRIES = 3;

/** What became of an alert, and of which case. */
export interface Taken {
  readonly dedupeKey: string;
  readonly outcome: (typeof ALERT_OUTCOMES)[number];
  readonly caseId: string | null;
  readonly reason: Text | null;
}

type Came = Pick<Taken, 'outcome' | 'caseId'>;

/**
 * Takes the alerts of a batch one after another, since the second of a key has to find what the first has opened. What is wrong
 * with one holds up no other; what could not be done yet is asked for again with all of them.
 */
export async function takeAlerts(deps: Deps, source: IntakeSourceRow, sent: readonly unknown[]): Promise<Taken[]> {
  const results: Taken[] = [];
  let later: Problem | null = null;
  for (const one of sent) {
    try {
      results.push(await takeAlert(deps, source, alertOf(one)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (ERRORS[error.code].retryable) later = error;
      else results.push({ dedupeKey: fingerprintOf(one), outcome: 'refused', caseId: null, reason: whyOf(error) });
    }
  }
  if (later) throw later;
  return results;
}

/**
 * Takes one alert: what fires opens a fault, or is noted on the open one of its dedupe key; what has recovered is noted there, or
 * withdraws the fault as long as nobody has begun. The lock of the case is what makes the key unique, however many come at once.
 */
export async function takeAlert(deps: Deps, source: IntakeSourceRow, alert: Alert): Promise<Taken> {
  const { dedupeKey, status } = alert;
  const lock = `alert:${hashOf([source._id, dedupeKey])}`;
  const take = status === 'resolved' ? recovered : fired;
  return { dedupeKey, reason: null, ...(await take(deps, source, alert, lock)) };
}

async function fired(deps: Deps, source: IntakeSourceRow, alert: Alert, lock: string): Promise<Came> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const open = await caseHolding(deps.db, lock);
    const came = open ? await firedAgain(deps, source, alert, open, lock) : await opened(deps, source, alert, lock);
    if (came) return came;
  }
  throw notYet();
}

/** Opens a fault; null where another with the same key was faster. */
async function opened(deps: Deps, source: IntakeSourceRow, alert: Alert, lock: string): Promise<Came | null> {
  const form = await formOf(deps.db, source, alert, deps.now());
  try {
    const { caseId } = await beginFault(deps, source, { form, key: ['alert', randomUUID()], locks: [lock] });
    return { outcome: 'opened', caseId };
  } catch (error) {
    if (error instanceof Problem && error.code === 'already-open') return null;
    throw error;
  }
}

/** The open case that holds a lock; what is promised and not begun is asked for again in a moment. */
async function caseHolding(db: Database, lock: string): Promise<CaseRow | null> {
  const holder = await db.intake.findOne({ locks: lock }, { _id: 1 }).lean();
  if (!holder) return null;
  const row = await db.cases.findById(holder._id, { search: 0 }).lean<CaseRow>();
  if (!row) throw notYet();
  return row;
}

async function formOf(
  db: Database,
  source: IntakeSourceRow,
  alert: Alert,
  now: Date,
): Promise<Readonly<Record<string, unknown>>> {
  const { customerId, name } = source;
  const { title, details = '', device: number, level, urgency, startsAt, dedupeKey } = alert;
  const device = number === undefined ? null : await deviceNumbered(db, customerId, number);
  const unknown = number === undefined || device ? [] : [`设备：${number}（不在设备台账中）`];
  const description = [details, `监控来源：${name}`, `告警标识：${dedupeKey}`, ...unknown].filter(Boolean).join('\n');
  const about = { customer: customerId, channel: 'monitoring', title, description };
  // A monitoring system whose clock is fast has no better idea of when it happened than we have.
  const hasBeen = startsAt !== undefined && Date.parse(startsAt) <= now.getTime();
  return { ...about, device: device?._id, level, urgency, occurredAt: hasBeen ? startsAt : undefined };
}

/** Notes it on the open case; null where that has ended meanwhile. */
async function firedAgain(
  deps: Deps,
  source: IntakeSourceRow,
  { title, details, startsAt }: Alert,
  row: CaseRow,
  holding: string,
): Promise<Came | null> {
  const text = lines(`监控再次报警（fired again）：${title}${since(deps, startsAt)}`, details);
  const noted = await noteOn(deps, source, row, { text, isTold: false, holding });
  return noted === 'over' ? null : { outcome: noted === 'written' ? 'noted' : 'repeated', caseId: row._id };
}

async function recovered(deps: Deps, source: IntakeSourceRow, alert: Alert, lock: string): Promise<Came> {
  const row = await caseHolding(deps.db, lock);
  if (!row) return { outcome: 'nothing-open', caseId: null };
  if (source.closesOnRecovery && (await isTakenBack(deps, source, row, lock)))
    return { outcome: 'withdrawn', caseId: row._id };
  const text = lines(`监控已恢复（recovered）：${alert.title}`, alert.details);
  const noted = await noteOn(deps, source, row, { text, isTold: true, holding: lock });
  if (noted === 'over') return { outcome: 'nothing-open', caseId: null };
  return { outcome: noted === 'written' ? 'recovered' : 'repeated', caseId: row._id };
}

/** Withdraws it while nobody has begun; what fires meanwhile is not noted on what is about to end. */
async function isTakenBack(deps: Deps, source: IntakeSourceRow, row: CaseRow, lock: string): Promise<boolean> {
  const { db, now } = deps;
  const mine = { _id: row._id, locks: lock };
  if (!(await isUntouched(db, source, row))) return false;
  await db.intake.updateOne(mine, { $set: { endingSince: now() } });
  if (await isWithdrawn(deps, source, row)) return true;
  await db.intake.updateOne(mine, { $unset: { endingSince: 1 } });
  return false;
}

/**
 * Nobody has begun, as far as the record tells: it waits to be graded, nobody has claimed or passed on that task, and nobody else
 * has said a word about it. The case itself says whether it is so still.
 */
async function isUntouched(db: Database, source: IntakeSourceRow, { _id: caseId, stage }: CaseRow): Promise<boolean> {
  if (stage !== 'triage') return false;
  const tasks = await db.tasks.find({ caseId }, { status: 1, participants: 1 }).lean();
  const isWaiting = tasks.every(
    ({ status, participants }) =>
      status === 'open' && participants.every(({ assignee, delegation }) => assignee === null && !delegation),
  );
  return isWaiting && !(await db.comments.exists({ caseId, 'by.id': { $ne: source._id } }));
}

/** Withdraws what the source itself has reported, as any applicant may; false where that is too late. */
async function isWithdrawn(deps: Deps, source: IntakeSourceRow, { _id: caseId }: CaseRow): Promise<boolean> {
  const { id, name, keys } = personOf(source);
  const reason = '监控已恢复，尚无人受理（recovered before anybody had begun）';
  const key = hashOf(['recovered', caseId]);
  const about = { bodyHash: hashOf(reason), actor: { id, name, keys }, reason, isUnlessBegun: true };
  const command = { at: deps.now().toISOString(), key, ...about };
  try {
    await deps.admission.run(async () => await deps.gateway.withdraw(caseId, command));
    return true;
  } catch (error) {
    if (error instanceof Problem && !ERRORS[error.code].retryable) return false;
    throw error;
  }
}

function since({ config }: Deps, startsAt: string | undefined): string {
  return startsAt === undefined ? '' : `（自 ${shownInstant(startsAt, config.COMPANY_TIME_ZONE, 'zh')} 起）`;
}

function lines(first: string, rest: string | undefined): string {
  return [first, ...(rest === undefined ? [] : [rest])].join('\n');
}
