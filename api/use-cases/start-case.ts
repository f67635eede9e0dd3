import type { ClientSession } from 'mongoose';
import type { Priority } from '../../models/codes';
import type { IntakeKind } from '../../models/contracts/intake';
import type { ProcessContract } from '../../models/contracts/process';
import { processOf } from '../../models/contracts/processes';
import { dayOf } from '../../models/contracts/time';
import type { About, StartInput, StepAnswer } from '../../models/contracts/record';
import { inTransaction, isDuplicateKey, type Database, type IntakeRow } from '../../models/db';
import { caseId } from '../../workflows/ids';
import { holds, holdsAny } from '../access';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';
import { takeAttachments } from './bind-attachments';
import { calendarFor } from './calendar-of-contract';
import { calendarInForce } from './calendars';
import { filledForm } from './filled-form';
import { policyFor } from './policy';
import { referencesOf, type References } from './references';
import { callbackStart } from './starts/callback';
import { changeCutoverStart } from './starts/change-cutover';
import { complaintStart } from './starts/complaint';
import { hiddenDangerStart } from './starts/hidden-danger';
import { majorMaintenanceStart } from './starts/major-maintenance';
import { faultStart } from './starts/fault';
import { onsiteServiceStart } from './starts/onsite-service';
import { scrapStart } from './starts/scrap';

/** What a procedure makes of its start form: about whom and what it is, and what no second case may hold at once. */
export interface Prepared {
  readonly customerId: string | null;
  readonly subject: string;
  readonly priority: Priority;
  readonly locks: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  /** What the case is found by beside its subject and people. */
  readonly about?: About;
  /** True where its clocks run in the company's hours, whatever the contract says. */
  readonly isInOfficeHours?: boolean;
  /** Who never learns of it. */
  readonly hiddenFrom?: readonly string[];
}

/** How a procedure reads its start form, and what must still be so when its locks are held. */
export interface Preparation {
  /** True where the case is hidden from whom a case that it names is hidden from; others name no such case. */
  readonly isHiddenAsWhatItNames?: true;
  /** What a person asks for, with what they need not say; a case that opens another says all. */
  readonly completed?: (
    db: Database,
    values: Readonly<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, unknown>>>;
  readonly prepare: (values: Readonly<Record<string, unknown>>, references: References, me: SignedIn) => Prepared;
  /** What else has to be known of what it is about, at the instant (ISO) at which it begins; added to the facts. */
  readonly lookUp?: (
    deps: Pick<Deps, 'db' | 'config'>,
    prepared: Prepared,
    values: Readonly<Record<string, unknown>>,
    startedAt: string,
  ) => Promise<Readonly<Record<string, unknown>>>;
  readonly confirm?: (db: Database, input: StartInput, session: ClientSession) => Promise<void>;
}

/** A request to start a case. */
export interface StartRequest {
  readonly process: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly answerKey: string;
  readonly bodyHash: string;
  /** The case whose procedure opens it; missing where a person does. */
  readonly origin?: string;
  /** The source by which it came in from outside, and what no second case of it may hold at once; missing where a person asks. */
  readonly source?: { readonly id: string; readonly name: string; readonly kind: IntakeKind };
  readonly locks?: readonly string[];
}

/** What starting a case needs of the installation. */
type Needed = Pick<Deps, 'db' | 'config' | 'gateway' | 'now'>;

const PREPARATIONS: Readonly<Record<string, Preparation>> = {
  scrap: scrapStart,
  'change-cutover': changeCutoverStart,
  complaint: complaintStart,
  'hidden-danger': hiddenDangerStart,
  'major-maintenance': majorMaintenanceStart,
  callback: callbackStart,
  fault: faultStart,
  'onsite-service': onsiteServiceStart,
};

/**
 * Starts a case: number, key, locks and files are reserved with one intake row, then the workflow begins and its first record stands.
 * A repeated key joins what it began before; what was reserved and not begun is begun by the sweeper.
 */
export async function startCase(deps: Needed, me: SignedIn, request: StartRequest): Promise<StepAnswer> {
  const row = (await reservedUnder(deps, request.answerKey)) ?? (await reserveOrJoin(deps, me, request));
  if (row.bodyHash !== request.bodyHash) throw new Problem('idempotency-key-reused');
  return await beginReserved(deps, row);
}

/** Begins what an intake row promises; beginning it again gives the same answer. */
export async function beginReserved(deps: Pick<Deps, 'db' | 'gateway'>, row: IntakeRow): Promise<StepAnswer> {
  const answer = await deps.gateway.begin(row.input);
  await deps.db.intake.updateOne({ _id: row._id, state: 'reserved' }, { $set: { state: 'started' } });
  return answer;
}

async function reservedUnder({ db }: Needed, answerKey: string): Promise<IntakeRow | null> {
  return await db.intake.findOne({ answerKey }).lean();
}

/** Reserves; where the same key was faster, what stood in the way was the request's own reservation. */
async function reserveOrJoin(deps: Needed, me: SignedIn, request: StartRequest): Promise<IntakeRow> {
  try {
    return await reserve(deps, await inputOf(deps, me, request));
  } catch (error) {
    const mine = await reservedUnder(deps, request.answerKey);
    if (mine) return mine;
    throw error;
  }
}

async function inputOf(deps: Needed, me: SignedIn, request: StartRequest): Promise<StartInput> {
  const process = processOf(request.process);
  const preparation = PREPARATIONS[request.process];
  if (!process || !preparation) {
    throw invalidAt('/process', 'no-such-process', { process: request.process });
  }
  if (!holdsAny(me, process.startRoles)) throw new Problem('not-allowed');
  const filled = filledForm(process.startForm, request.form, deps);
  const { isHiddenAsWhatItNames, completed } = preparation;
  const values = completed && request.origin === undefined ? await completed(deps.db, filled) : filled;
  const references = await referencesOf(deps, me, process.startForm, values, { isHiddenAsWhatItNames });
  const prepared = preparation.prepare(values, references, me);
  if (!process.startRoles.some((role) => holds(me, role, prepared.customerId))) throw new Problem('not-allowed');
  const locks = [...prepared.locks, ...(request.locks ?? [])];
  await refuseLocked(deps, locks);
  const customer =
    prepared.customerId === null ? null : await deps.db.customers.findById(prepared.customerId, { name: 1 }).lean();
  const startedAt = deps.now().toISOString();
  const hiddenFrom = await hiddenWith(deps, prepared, request.origin);
  return {
    head: {
      id: await nextNumber(deps, process, startedAt),
      process: process.type,
      customer: customer ? { id: customer._id, name: customer.name } : null,
      applicant: { id: me.id, name: me.name },
      subject: prepared.subject,
      priority: prepared.priority,
      startedAt,
      ...(prepared.about && { about: prepared.about }),
      ...(request.origin !== undefined && { origin: request.origin }),
      ...(hiddenFrom.length > 0 && { hiddenFrom }),
    },
    policy: await policyFor(deps.db, process.type),
    approvals: Object.keys(process.steps).filter((step) => process.steps[step]?.isApproval),
    calendar: await calendarInForce(deps.db, await calendarFor(deps, prepared, startedAt)),
    request: values,
    facts: {
      ...prepared.facts,
      ...(await preparation.lookUp?.(deps, prepared, values, startedAt)),
      names: references.names,
      ...(request.source && { source: request.source }),
    },
    attachments: references.attachmentIds,
    locks,
    answerKey: request.answerKey,
    bodyHash: request.bodyHash,
  };
}

/** Who never learns of it: as the procedure says, and from whom the case is hidden that opens it. */
async function hiddenWith({ db }: Needed, { hiddenFrom = [] }: Prepared, origin?: string): Promise<string[]> {
  const opener = origin === undefined ? null : await db.cases.findById(origin, { hiddenFrom: 1 }).lean();
  return [...new Set([...hiddenFrom, ...(opener?.hiddenFrom ?? [])])];
}

async function refuseLocked(deps: Needed, locks: readonly string[]): Promise<void> {
  if (locks.length === 0) return;
  const holder = await deps.db.intake.findOne({ locks: { $in: locks } }, { _id: 1 }).lean();
  if (holder) throw new Problem('already-open', holder._id);
}

async function nextNumber(deps: Needed, process: ProcessContract, at: string): Promise<string> {
  const day = dayOf(at, deps.config.COMPANY_TIME_ZONE);
  const counter = await deps.db.counters
    .findOneAndUpdate(
      { _id: `${process.prefix}-${day}` },
      { $inc: { value: 1 } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean();
  return caseId(process.prefix, day, counter.value);
}

async function reserve(deps: Needed, input: StartInput): Promise<IntakeRow> {
  const row: IntakeRow = {
    _id: input.head.id,
    process: input.head.process,
    answerKey: input.answerKey,
    bodyHash: input.bodyHash,
    locks: input.locks,
    input,
    state: 'reserved',
    createdAt: deps.now(),
  };
  const { locks, ...unlocked } = row;
  try {
    await inTransaction(deps.db, async (session) => {
      await deps.db.intake.create([locks.length > 0 ? row : unlocked], { session });
      await takeAttachments(deps.db, input.attachments, row._id, session);
      await PREPARATIONS[row.process]?.confirm?.(deps.db, input, session);
    });
    return row;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    await refuseLocked(deps, locks);
    throw new Problem('already-open');
  }
}
