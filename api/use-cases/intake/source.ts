import type { IncomingHttpHeaders } from 'node:http';
import type { IntakeKind } from '../../../models/contracts/intake';
import { publicUrlOf } from '../../../models/public-url';
import type { Database, IntakeSourceRow } from '../../../models/db';
import { newToken, sha256Of } from '../../../models/hash';
import { keysOfGrants } from '../../access';
import type { SignedIn } from '../../authentication';
import type { Deps } from '../../deps';
import { Problem } from '../../http/problem';

type Secret = IntakeSourceRow['secrets'][number];

/** A new secret, and what is kept of it. */
export function newSecret(createdAt: Date): { readonly secret: string; readonly kept: Secret } {
  const secret = newToken();
  return { secret, kept: { hash: sha256Of(secret), createdAt, expiresAt: null } };
}

/** The address of a public form; null for what has none. */
export function addressOf({ kind }: Pick<IntakeSourceRow, 'kind'>, secret: string, config: Deps['config']) {
  return kind === 'form' ? `${publicUrlOf(config)}/intake/${secret}` : null;
}

/** The source whose secret this is, as long as it is switched on. */
export async function sourceWith(
  db: Database,
  kind: IntakeKind,
  secret: string,
  now: Date,
): Promise<IntakeSourceRow | null> {
  if (!/^[A-Za-z0-9_-]{20,200}$/.test(secret)) return null;
  const hash = sha256Of(secret);
  const row = await db.intakeSources.findOne({ 'secrets.hash': hash }).lean<IntakeSourceRow>();
  const isGood = row?.secrets.some((one) => one.hash === hash && (one.expiresAt === null || one.expiresAt > now));
  return row && isGood && row.isEnabled && row.kind === kind ? row : null;
}

/** Which monitoring system sends this request, by the token of its source. */
export async function authenticateMonitoring(
  db: Database,
  { authorization = '' }: Pick<IncomingHttpHeaders, 'authorization'>,
  now: Date,
): Promise<SignedIn> {
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1] ?? '';
  const source = await sourceWith(db, 'alerts', token, now);
  if (!source) throw new Problem('token-unknown');
  return { ...personOf(source), source };
}

/** A source as the person who reports what comes by it: on its customer's side, and in no directory, so that nobody asks it anything. */
export function personOf({ _id: id, name, customerId, version, updatedAt }: IntakeSourceRow): SignedIn {
  const grants = [{ role: 'customer', customerId }] as const;
  const keys = keysOfGrants(id, grants);
  const nobody = { username: '', email: '', phone: '', passwordHash: '', teamId: null, managerId: null };
  const state = { isActive: true, leavingUntil: null, isDemo: false, language: 'zh' } as const;
  const user = { _id: id, version, updatedAt, name, grants, keys, ...nobody, ...state };
  return { id, name, keys, user, sessionId: '', csrfToken: null, hiddenCases: [] };
}
