import { randomUUID } from 'node:crypto';
import { ERRORS } from '../../../models/codes';
import type { ALERT_OUTCOMES } from '../../../models/contracts/intake';
import { shownInstant } from '../../../models/contracts/time';
import type { CaseRow, Database, IntakeSourceRow } from '../../../models/db';
import { hashOf } from '../../../models/hash';
import type { Deps } from '../../deps';
import { Problem } from '../../http/problem';
import type { Alert } from './alertmanager';
import { beginFault } from './begin';
import { deviceNumbered } from './device';
import { noteOn } from './note';
import { personOf } from './source';

const RETRY_IN_SECONDS = 2;

/** What became of an alert, and of which case. */
export interface Taken {
  readonly dedupeKey: string;
  readonly outcome: (typeof ALERT_OUTCOMES)[number];
  readonly caseId: string | null;
}

/**
 * Takes one alert: what fires opens a fault, or is noted on the open one of its dedupe key; what has recovered is noted there, or
 * withdraws the fault as long as nobody has begun. The lock of the case is what makes the key unique, however many come at once.
 */
export async function takeAlert(deps: Deps, source: IntakeSourceRow, alert: Alert): Promise<Taken> {
  const { dedupeKey } = alert;
  const lock = `alert:${hashOf([source._id, dedupeKey])}`;
  const open = await caseHolding(deps.db, lock);
  if (alert.status === 'resolved') {
    if (!open) return { dedupeKey, outcome: 'nothing-open', caseId: null };
    return { dedupeKey, outcome: await recovered(deps, source, alert, open), caseId: open._id };
  }
  if (open) return { dedupeKey, outcome: await firedAgain(deps, source, alert, open), caseId: open._id };
  try {
    const form = await formOf(deps.db, source, alert);
    const { caseId } = await beginFault(deps, source, { form, key: ['alert', randomUUID()], locks: [lock] });
    return { dedupeKey, outcome: 'opened', caseId };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'already-open') throw error;
    // Another with the same key was faster.
    const first = await caseHolding(deps.db, lock);
    if (!first) throw notYet();
    return { dedupeKey, outcome: await firedAgain(deps, source, alert, first), caseId: first._id };
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

function notYet(): Problem {
  return new Problem('busy', '', { retryAfterInSeconds: RETRY_IN_SECONDS });
}

async function formOf(db: Database, source: IntakeSourceRow, alert: Alert): Promise<Readonly<Record<string, unknown>>> {
  const { customerId, name } = source;
  const { title, details = '', device: number, level, urgency, startsAt, dedupeKey } = alert;
  const device = number === undefined ? null : await deviceNumbered(db, customerId, number);
  const unknown = number === undefined || device ? [] : [`设备：${number}（不在设备台账中）`];
  const description = [details, `监控来源：${name}`, `告警标识：${dedupeKey}`, ...unknown].filter(Boolean).join('\n');
  const about = { customer: customerId, channel: 'monitoring', title, description };
  return { ...about, device: device?._id, level, urgency, occurredAt: startsAt };
}

async function firedAgain(
  deps: Deps,
  source: IntakeSourceRow,
  { title, details, startsAt }: Alert,
  row: CaseRow,
): Promise<'noted' | 'repeated'> {
  const text = lines(`监控再次报警（fired again）：${title}${since(deps, startsAt)}`, details);
  return (await noteOn(deps, source, row, { text, isTold: false })) ? 'noted' : 'repeated';
}

async function recovered(
  deps: Deps,
  source: IntakeSourceRow,
  { title, details }: Alert,
  row: CaseRow,
): Promise<'withdrawn' | 'recovered' | 'repeated'> {
  if (source.closesOnRecovery && (await isUntouched(deps.db, source, row)) && (await isWithdrawn(deps, source, row)))
    return 'withdrawn';
  const text = lines(`监控已恢复（recovered）：${title}`, details);
  return (await noteOn(deps, source, row, { text, isTold: true })) ? 'recovered' : 'repeated';
}

/** Nobody has begun: it waits to be graded, nobody has claimed or passed on that task, and nobody else has said a word about it. */
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
  const command = { at: deps.now().toISOString(), key, bodyHash: hashOf(reason), actor: { id, name, keys }, reason };
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
