import type { IntakeSourceRow } from '../../models/db';

/** A source as it is answered; never with its secrets. */
export function intakeSourceShown(row: IntakeSourceRow) {
  const { _id, version, updatedAt, name, kind, customerId, contact, closesOnRecovery, isEnabled, secrets } = row;
  return {
    ...{ id: _id, version, updatedAt: updatedAt.toISOString(), name, kind, customerId, contact },
    ...{ closesOnRecovery, isEnabled },
    secrets: secrets.map(({ createdAt, expiresAt }) => ({
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
    })),
  };
}
