import type { DeliveryRow, SendAttempt, WebhookRow } from '../../models/db';

/** An endpoint as it is answered; never with its secrets. */
export function webhookShown(row: WebhookRow) {
  const { _id, version, updatedAt, name, format, url, events, processes, customers = [], language } = row;
  const { isEnabled, disabledBecause, failingSince, secrets } = row;
  return {
    ...{ id: _id, version, updatedAt: updatedAt.toISOString(), name, format, url },
    ...{ events, processes, customers, language },
    ...{ isEnabled, disabledBecause, failingSince: failingSince?.toISOString() ?? null },
    secrets: secrets.map(({ createdAt, expiresAt }) => ({
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
    })),
  };
}

/** A delivery as it is answered. */
export function deliveryShown(row: DeliveryRow) {
  const { _id, kind, caseId, seq, state, attempts, createdAt, sentAt, nextAttemptAt } = row;
  return {
    ...{ id: _id, event: kind, caseId, seq, state },
    attempts: attempts.map(attemptShown),
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    nextAttemptAt: state === 'queued' ? nextAttemptAt.toISOString() : null,
  };
}

function attemptShown({ startedAt, endedAt, result, status, reply }: SendAttempt) {
  return {
    ...{ startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
    ...{ result, status: status ?? null, reply },
  };
}
