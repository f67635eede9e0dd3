import type { JournalEntry, StepRecord } from '../../models/contracts/record';
import { isMark } from '../../models/contracts/signing';
import type { DeliveryRow, WebhookRow } from '../../models/db';
import { hashOf } from '../../models/hash';

/** What a record must know of an endpoint. */
export type Listening = Pick<WebhookRow, '_id' | 'format' | 'events' | 'processes' | 'customers'>;

/** Which endpoints are sent events now, with what a record must know of them: stages of a query. */
export const LISTENING = [
  { $match: { isEnabled: true } },
  { $project: { format: 1, events: 1, processes: 1, customers: 1 } },
] as const;

/** The outbox rows of a step: one for each entry of the journal and each endpoint that wants to know of it. */
export function deliveryRows(
  step: StepRecord,
  entries: readonly JournalEntry[],
  listening: readonly Listening[],
): DeliveryRow[] {
  const { head, state } = step;
  const { id, process, subject, priority, customer, applicant } = head;
  // Who reads along at the other end is not known here.
  if (head.hiddenFrom) return [];
  const now = new Date(step.at);
  return listening
    .filter(({ processes, customers = [] }) => isAmong(processes, process) && isAmong(customers, customer?.id))
    .flatMap((webhook) =>
      entries
        .filter(({ kind }) => webhook.events.includes(kind))
        .map(({ kind, at, seq, by, stage, taskId, details, hash }) => ({
          ...newDelivery(webhook, hashOf([webhook._id, id, seq]), now),
          ...{ kind, caseId: id, seq },
          event: {
            at,
            case: { id, process, subject, priority, state, stage: step.stage, customer, applicant },
            entry: { seq, by, stage, taskId, details: withoutDrawings(details), hash },
          },
        })),
    );
}

/** True where nothing is chosen, which means all, or this is. */
function isAmong(chosen: readonly string[], one: string | undefined): boolean {
  return chosen.length === 0 || (one !== undefined && chosen.includes(one));
}

/** What somebody drew is theirs: others learn that they signed and under which name. */
function withoutDrawings(details: JournalEntry['details']): JournalEntry['details'] {
  const { form } = details;
  if (typeof form !== 'object' || form === null) return details;
  const told = Object.entries(form).map(([name, value]: [string, unknown]) => [
    name,
    isMark(value) ? { kind: value.kind, name: value.name } : value,
  ]);
  return { ...details, form: Object.fromEntries(told) as Readonly<Record<string, unknown>> };
}

function newDelivery({ _id, format }: Listening, id: string, now: Date) {
  return {
    _id: `msg_${id.slice(0, 32)}`,
    webhookId: _id,
    format,
    state: 'queued' as const,
    attempts: [],
    leaseUntil: null,
    nextAttemptAt: now,
    createdAt: now,
    sentAt: null,
  };
}
