import type { ClientSession } from 'mongoose';
import { armedClock } from '../../models/calendar/clock';
import { withSharesThatWait } from '../../models/calendar/waiting-shares';
import { processOf } from '../../models/contracts/processes';
import type { CaseWindow, JournalKind, Recorded, ResolvedSeat, StepRecord } from '../../models/contracts/record';
import type { Participant, Task } from '../../models/contracts/task';
import { waitingSentence } from '../../models/contracts/waiting';
import { inTransaction, isDuplicateKey, type Database, type WindowRow } from '../../models/db';
import { hashOf } from '../../models/hash';
import { chained } from '../../models/journal';
import { caseTerms } from '../../models/search/rows';
import { votersOf } from '../../models/quorum';
import type { Calendar } from '../../models/published-calendars';
import { ADMIN_KEY, keysOf } from '../../models/whom';
import { directoryOf, type Directory } from './directory';
import { endedFault } from './ended-fault';
import { calledBy, withCalled, withCalls } from './duty';
import { withHeard } from './heard';
import { inForceAt } from './in-force';
import { repeatedOrDiverged, stepId } from './repeats';
import { mailRows } from './mail-rows';
import { substitutesFor, withSubstitutes } from './substitutes';
import { caseClockRows, closedTaskClocks, overrunRows, withUse } from './clock-rows';
import { withNewDeadlines } from './new-deadlines';
import { withFirstDeadline } from './opened-deadline';
import { taskRow, withContacts, waitingRow } from './rows';
import { applyEffects, voidings } from './effects';
import type { Watch } from '../watch';
import { deliveryRows } from '../webhooks/deliveries';

/** What the record of a step needs. */
export interface RecordDeps {
  readonly db: Database;
  readonly calendar: Calendar;
  readonly timeZone: string;
  readonly mailDomain: string;
  readonly watch: Watch;
  /** Is told when events wait to be sent to webhooks. */
  readonly eventsWait: () => void;
}

/** What the journal says when a rung of a deadline was walked, at the instant at which that was due. */
const RUNGS: readonly JournalKind[] = [
  'reminded',
  'handed-over',
  'told',
  'task-expired',
  'clock-expired',
  'duty-called',
];

/**
 * Writes all that one step leaves behind in one transaction. The same step written again changes nothing and gets the same
 * result; another step in its place means that the workflow and its record have parted, which marks the case and fails.
 */
export async function recordStep(deps: RecordDeps, step: StepRecord): Promise<Recorded> {
  const prepared = await prepare(deps, step);
  try {
    const isWritten = await inTransaction(deps.db, async (session) => await write(deps.db, step, prepared, session));
    if (isWritten) {
      for (const { kind, at } of step.journal) if (RUNGS.includes(kind)) deps.watch.rungWalked(kind, at);
      if (prepared.deliveries.length > 0) deps.eventsWait();
      return prepared.result;
    }
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return await repeatedOrDiverged(deps.db, step, prepared.stepHash);
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

async function prepare(deps: RecordDeps, drafted: StepRecord) {
  const { step: called, calls } = await withCalls(deps, drafted);
  const { step, heard } = await withHeard(deps.db, called);
  const { head } = step;
  const isTimed =
    step.clocks.length > 0 || step.caseClocks.length > 0 || step.tasks.some(({ clock }) => clock !== null);
  const calendar = isTimed ? await deps.calendar.opened(step.calendar) : null;
  const armed = calendar
    ? step.clocks.map((clock) => withSharesThatWait(calendar, clock, armedClock(calendar, clock), step.at))
    : [];
  const clocks = await caseClockRows(step, deps.calendar, armed);
  const keys = [
    ...step.tasks.flatMap((task) => task.participants.flatMap((seat) => seat.keys)),
    ...step.tasks.flatMap(({ item }) => (item?.contacts ? keysOf(item.contacts) : [])),
    ...step.mails.flatMap(({ to, contacts }) => [...keysOf(to), ...(contacts ? keysOf(contacts) : [])]),
  ];
  const { away, listening } = await inForceAt(deps.db, step.at);
  const directory = await directoryOf(deps.db, keys, {
    at: step.at,
    away,
    customerId: head.customer?.id ?? null,
    hiddenFrom: head.hiddenFrom ?? [],
  });
  const resolved = resolvedSeats(step, directory).map((seat) => withCalled(seat, calls));
  const waiting = waitingRow(step, armed, resolved);
  const process = processOf(head.process);
  if (!process) throw new Error(`no process ${head.process} is installed`);
  const mails = mailRows(step, directory, { calendar, armed }, deps);
  const journal = chained(
    head.id,
    step.journalHead,
    step.journal.map((draft) =>
      withSubstitutes(withUse(withFirstDeadline(withNewDeadlines(draft, armed), armed), clocks), resolved),
    ),
  );
  const sentence = waitingSentence(waiting, { process, state: step.state, timeZone: deps.timeZone }, 'zh');
  const result: Recorded = {
    journalHead: journal.head,
    armed,
    resolved,
    mailIds: mails.map((mail) => mail._id),
    ...(heard && { heard }),
    sentence,
  };
  const due = [...armed, ...closedTaskClocks(step, calendar)];
  const tasks = step.tasks.map((task) => taskRow(withContacts(task, directory), step, due, resolved));
  return {
    // A run that was reset writes the same step under another run.
    stepHash: hashOf({ ...drafted, runId: '' }),
    waiting,
    mails,
    tasks,
    clocks,
    overruns: overrunRows(step, { timeZone: deps.timeZone, measuredBy: calendar, resolved }),
    ended: endedFault(step, clocks, deps.timeZone),
    entries: journal.entries,
    deliveries: deliveryRows(step, journal.entries, listening),
    result,
  };
}

function resolvedSeats(step: StepRecord, directory: Directory): ResolvedSeat[] {
  const open = step.tasks.filter((task) => task.status === 'open');
  return open.flatMap((task) =>
    unanswered(task).map((seat) => {
      const excluded = [...task.excluded, ...votersOf(task)];
      const found = directory.holding(seat.keys, excluded);
      const people = found.length > 0 ? found : directory.holding([ADMIN_KEY], excluded);
      const candidates = people.map(({ id, name }) => ({ id, name }));
      const addedKeys = found.length > 0 ? [] : [ADMIN_KEY];
      return {
        taskId: task.id,
        seat: seat.seat,
        candidates,
        addedKeys,
        ...substitutesFor(excluded, seat, candidates, directory),
      };
    }),
  );
}

function unanswered({ participants }: Task): Participant[] {
  return participants.filter((seat) => seat.vote === null);
}

async function write(db: Database, step: StepRecord, prepared: Prepared, session: ClientSession): Promise<boolean> {
  const { head, effects } = step;
  const caseWritten = await writeCase(db, step, prepared, session);
  if (!caseWritten) return false;
  const taskWrites = prepared.tasks.map((task) => ({
    replaceOne: { filter: { _id: task._id }, replacement: task, upsert: true },
  }));
  const allTaskWrites = [...taskWrites, ...voidings(effects)];
  if (allTaskWrites.length > 0) await db.tasks.bulkWrite(allTaskWrites, { session });
  const entries = prepared.entries.map((entry) => ({ ...entry, _id: `${head.id}#${entry.seq}` }));
  await db.journal.insertMany(entries, { session });
  const { seq, commands } = step;
  const { stepHash, result } = prepared;
  const caseId = head.id;
  await db.steps.insertMany(
    [{ _id: stepId(caseId, seq), caseId, seq, stepHash, result, commands, at: new Date(step.at) }],
    { session },
  );
  if (step.answers.length > 0) {
    const at = new Date(step.at);
    const answers = step.answers.map((answer) => {
      const { key, bodyHash, ...body } = answer;
      return { _id: key, bodyHash, status: answer.outcome === 'started' ? 201 : 200, body, at };
    });
    await db.answers.insertMany(answers, { session });
  }
  if (prepared.mails.length > 0) await db.mails.insertMany(prepared.mails, { session });
  if (prepared.deliveries.length > 0) await db.deliveries.insertMany(prepared.deliveries, { session });
  if (prepared.overruns.length > 0) await db.overruns.insertMany(prepared.overruns, { session });
  if (prepared.ended) await db.faultFigures.insertMany([prepared.ended.figure], { session });
  await applyEffects(db, head.id, effects, session);
  return true;
}

async function writeCase(db: Database, step: StepRecord, prepared: Prepared, session: ClientSession): Promise<boolean> {
  const { head, seq } = step;
  const at = new Date(step.at);
  const documents = step.effects.flatMap((effect) => (effect.kind === 'file-document' ? [effect.document] : []));
  const actors = step.journal.flatMap((draft) => (draft.by ? [draft.by.id] : []));
  const assignees = step.tasks.flatMap((task) =>
    task.participants.flatMap(({ assignee, delegation }) => [assignee, delegation?.to].flatMap((one) => one?.id ?? [])),
  );
  const { waiting, result } = prepared;
  const standIns = result.resolved.flatMap(({ substitutes = [] }) => substitutes.map(({ id }) => id));
  const people = [...new Set([...actors, ...assignees, ...standIns, ...calledBy(result.resolved)])];
  const row = {
    state: step.state,
    stage: step.stage,
    round: step.round,
    priority: head.priority,
    closing: step.closing,
    waiting,
    dueAt: waiting.kind === 'task' && waiting.dueAt !== null ? new Date(waiting.dueAt) : null,
    isDueProvisional: waiting.kind === 'task' && waiting.isDueProvisional === true,
    updatedAt: at,
    closedAt: step.state === 'open' ? null : at,
    data: step.data,
    journalHead: result.journalHead,
    calendar: step.calendar,
    clocks: prepared.clocks,
    breaches: step.breaches,
    isBreached: step.breaches.length > 0,
    recordSeq: seq,
    attention: null,
    checkedAt: at,
    ...(step.links && { links: step.links }),
    ...(head.hiddenFrom && { hiddenFrom: head.hiddenFrom }),
    ...(step.window && { window: windowRow(step.window) }),
  };
  const fixed = {
    process: head.process,
    customer: head.customer,
    customerId: head.customer?.id ?? null,
    applicant: head.applicant,
    subject: head.subject,
    startedAt: new Date(head.startedAt),
    ...(head.origin !== undefined && { origin: head.origin }),
    historyFiledAt: null,
    // They say what is fixed, so they are made once.
    ...(seq === 1 ? { search: caseTerms(head) } : {}),
  };
  const written = await db.cases.updateOne(
    { _id: head.id, recordSeq: seq - 1 },
    {
      $set: row,
      $setOnInsert: fixed,
      $addToSet: {
        people: { $each: people },
        runIds: step.runId,
        ...(prepared.ended && { search: { $each: prepared.ended.terms } }),
      },
      $push: { documents: { $each: documents } },
    },
    { session, upsert: seq === 1 },
  );
  return written.matchedCount + written.upsertedCount === 1;
}

function windowRow({ from, to, until, ...things }: CaseWindow): WindowRow {
  return {
    ...things,
    from: new Date(from),
    to: new Date(to),
    ...(until === undefined ? {} : { until: until === null ? null : new Date(until) }),
  };
}
