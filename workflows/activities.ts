import { TemporalFailure } from '@temporalio/common';
import { isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { Role } from '../models/codes';
import type { CalendarRef } from '../models/contracts/calendar';
import type {
  CaseToOpen,
  CaseWindow,
  Clashes,
  DocumentRequest,
  FiledDocument,
  OpenedCase,
  Holders,
  Recorded,
  StepRecord,
} from '../models/contracts/record';
import type { Text } from '../models/contracts/text';

const quick = proxyLocalActivities<Pick<Activities, 'record'>>({
  startToCloseTimeout: '2s',
  retry: { maximumAttempts: 3, initialInterval: '100ms', backoffCoefficient: 2 },
});

// Short, because the work of a worker that died is taken up again only when its time is over.
const patient = { startToCloseTimeout: '15s', retry: { initialInterval: '500ms', maximumInterval: '30s' } } as const;

/**
 * Writes the record of one step: at once as a local activity, and where that fails three times (MongoDB is away)
 * as an ordinary one that is repeated until it succeeds, with the same arguments.
 */
export async function record(step: StepRecord): Promise<Recorded> {
  const summary = `记录 ${step.stage} #${step.seq}`;
  try {
    return await quick.record.executeWithOptions({ summary }, [step]);
  } catch (error) {
    if (!isFailureOfActivity(error)) throw error;
    const { record: untilItSucceeds } = proxyActivities<Pick<Activities, 'record'>>({ ...patient, summary });
    return await untilItSucceeds(step);
  }
}

/** Produces and stores a document, repeated until it succeeds. */
export async function produce(request: DocumentRequest): Promise<FiledDocument> {
  const { produce: untilItSucceeds } = proxyActivities<Pick<Activities, 'produce'>>({
    ...patient,
    summary: `生成文档 ${request.kind}`,
  });
  return await untilItSucceeds(request);
}

/** Looks for what stands in the way of a case's window, repeated until it succeeds. */
export async function clashesOf(caseId: string, window: CaseWindow): Promise<Clashes> {
  const { clashes: untilItSucceeds } = proxyActivities<Pick<Activities, 'clashes'>>({
    ...patient,
    summary: `检查窗口冲突 ${window.from}`,
  });
  return await untilItSucceeds(caseId, window);
}

/** Looks up what another case came to know, repeated until it succeeds. */
export async function knownBy(caseId: string, names: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { knownBy: untilItSucceeds } = proxyActivities<Pick<Activities, 'knownBy'>>({
    ...patient,
    summary: `查阅 ${caseId}`,
  });
  return await untilItSucceeds(caseId, names);
}

/** Opens another case, once for its key, as its applicant would; repeated until it is opened or refused. */
export async function openCase(toOpen: CaseToOpen): Promise<OpenedCase> {
  const { openCase: untilItSucceeds } = proxyActivities<Pick<Activities, 'openCase'>>({
    ...patient,
    summary: `发起关联流程 ${toOpen.process}`,
  });
  return await untilItSucceeds(toOpen);
}

/** Counts when time is open again, repeated until it succeeds. */
export async function openAfter(calendar: CalendarRef, at: string, openInMs: number): Promise<string> {
  const { openAfter: untilItSucceeds } = proxyActivities<Pick<Activities, 'openAfter'>>({
    ...patient,
    summary: `计算工作时间 ${calendar.id}`,
  });
  return await untilItSucceeds(calendar, at, openInMs);
}

/** Finds when a day ends in the company's zone, repeated until it succeeds. */
export async function endOfDay(at: string): Promise<string> {
  const { endOfDay: untilItSucceeds } = proxyActivities<Pick<Activities, 'endOfDay'>>({
    ...patient,
    summary: `计算当天结束时间 ${at}`,
  });
  return await untilItSucceeds(at);
}

/** Joins a case to another that is open about the same, once; why that cannot be, or null. */
export async function joinCase(caseId: string, into: string): Promise<Text | null> {
  const { joinCase: untilItSucceeds } = proxyActivities<Pick<Activities, 'joinCase'>>({
    ...patient,
    summary: `并入 ${into}`,
  });
  return await untilItSucceeds(caseId, into);
}

/** Hides the callbacks that name a case from more persons, repeated until it succeeds. */
export async function hideNaming(caseId: string, ids: readonly string[]): Promise<void> {
  const { hideNaming: untilItSucceeds } = proxyActivities<Pick<Activities, 'hideNaming'>>({
    ...patient,
    summary: `保密 ${caseId}`,
  });
  await untilItSucceeds(caseId, ids);
}

/** Asks whether a fault can be reopened, repeated until it is answered; why it cannot, or null. */
export async function notToReopen(faultId: string, customerId: string, at: string): Promise<Text | null> {
  const { notToReopen: untilItSucceeds } = proxyActivities<Pick<Activities, 'notToReopen'>>({
    ...patient,
    summary: `能否重新打开 ${faultId}`,
  });
  return await untilItSucceeds(faultId, customerId, at);
}

/** Looks up who holds roles for a customer, repeated until it succeeds. */
export async function holdersOf(
  roles: readonly Role[],
  customerId: string | null,
  except: readonly string[],
): Promise<Holders> {
  const { holders: untilItSucceeds } = proxyActivities<Pick<Activities, 'holders'>>({
    ...patient,
    summary: `查找负责人 ×${roles.length}`,
  });
  return await untilItSucceeds(roles, customerId, except);
}

/** Sends the mails of one step; what does not go out in three attempts is left to the sweeper of the outbox. */
export async function notify(mailIds: readonly string[]): Promise<void> {
  const { notify: threeTimes } = proxyActivities<Pick<Activities, 'notify'>>({
    // What takes longer goes on under its lease; a delivery that the worker never got would hold up the end of the case.
    startToCloseTimeout: '15s',
    retry: { maximumAttempts: 3, initialInterval: '1s' },
    summary: `发送邮件 ×${mailIds.length}`,
  });
  try {
    await threeTimes(mailIds);
  } catch (error) {
    if (!isFailureOfActivity(error)) throw error;
  }
}

// A local activity fails with its own ApplicationFailure, an ordinary one with an ActivityFailure around it.
function isFailureOfActivity(error: unknown): boolean {
  return error instanceof TemporalFailure && !isCancellation(error);
}
