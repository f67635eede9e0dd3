import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { setTimeout as waits } from 'node:timers/promises';
import type { z } from 'zod';
import { addressIn, allowedTargets, isAllowedAddress, isAllowedHost, isFitAddress } from '../../models/addresses';
import type { Config } from '../../models/config';
import { processOf } from '../../models/contracts/processes';
import type { WebhookFormat } from '../../models/contracts/webhook-formats';
import type { rotationInput, webhookPatch } from '../../models/contracts/webhooks';
import type { SealedSecret, WebhookRow } from '../../models/db';
import { said } from '../../models/faults';
import { sealed, unsealed } from '../../models/sealed';
import { shownAddress } from '../../models/shown-address';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';
import type { Answer } from '../http/route';
import { secretsWith } from './secrets';

const SECRET_BYTES = 32;
/** So long somebody who adds an endpoint waits for its name to be looked up. */
const LOOKUP_IN_MS = 1_000;

type AllowedSetting = Pick<Config, 'WEBHOOK_ALLOWED'>;

/** The key with which secrets are kept; refuses where the installation has none. */
export function secretsKeyOf({ SECRETS_KEY }: Pick<Config, 'SECRETS_KEY'>): string {
  if (SECRETS_KEY === undefined) throw new Problem('wrong-state', said('no-secrets-key'));
  return SECRETS_KEY;
}

/** A new secret in the form of Standard Webhooks. */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The secrets of a new endpoint: made for one of Standard Webhooks, given with a robot that has one. */
export function firstSecretOf(format: WebhookFormat, given: string | undefined): string | null {
  if (given !== undefined && format === 'standard') throw invalidAt('/secret', 'secret-is-made');
  if (given !== undefined && format === 'wecom') throw invalidAt('/secret', 'secret-of-none');
  return format === 'standard' ? newSecret() : (given ?? null);
}

/** The secret that comes after those in force. */
export function nextSecretOf(format: WebhookFormat, given: string | undefined): string {
  const secret = firstSecretOf(format, given);
  if (secret === null) throw invalidAt('/secret', format === 'wecom' ? 'secret-of-none' : 'secret-of-robot');
  return secret;
}

/** The secrets of an endpoint once it has another: those before sign for a while too; those of a robot are replaced at once. */
export function rotated(
  { format, secrets }: WebhookRow,
  next: SealedSecret,
  { keepOldForHours }: Pick<z.output<typeof rotationInput>, 'keepOldForHours'>,
  now: Date,
): readonly SealedSecret[] {
  return format === 'standard' ? secretsWith(next, secrets, keepOldForHours, now) : [next];
}

/** Refuses procedures that there are not. */
export function mustKnowProcesses(processes: readonly string[]): void {
  const unknown = processes.findIndex((process) => !processOf(process));
  if (unknown >= 0) throw invalidAt(`/processes/${unknown}`, 'no-such-process', { process: processes[unknown] ?? '' });
}

/** Refuses an address that leads into the network by what it says; where its name leads is looked up whenever something is sent. */
export function mustBeOutside(url: string, { WEBHOOK_ALLOWED = '' }: AllowedSetting): void {
  const target = new URL(url);
  const allowed = allowedTargets(WEBHOOK_ALLOWED) ?? { hosts: [], ranges: [] };
  if (isAllowedHost(target.hostname, allowed)) return;
  const address = addressIn(target);
  const isInside = address === null ? /(^|\.)localhost\.?$/i.test(target.hostname) : !isFitAddress(address, allowed);
  if (isInside) throw invalidAt('/url', 'url-inside');
  const mayBePlain = address === null ? allowed.ranges.length > 0 : isAllowedAddress(address, allowed);
  if (target.protocol !== 'https:' && !mayBePlain) throw invalidAt('/url', 'url-not-https');
}

/** Refuses a name that leads into the network now; one that is not found, or not in time, is checked whenever something is sent. */
export async function mustLeadOutside(url: string, { WEBHOOK_ALLOWED = '' }: AllowedSetting): Promise<void> {
  const target = new URL(url);
  const allowed = allowedTargets(WEBHOOK_ALLOWED) ?? { hosts: [], ranges: [] };
  if (isAllowedHost(target.hostname, allowed) || addressIn(target) !== null) return;
  const found = await Promise.race([
    lookup(target.hostname, { all: true }).catch(() => []),
    waits(LOOKUP_IN_MS, [], { ref: false }),
  ]);
  const inside = found.find(({ address }) => !isFitAddress(address, allowed));
  if (inside) throw invalidAt('/url', 'url-leads-inside', { address: inside.address });
}

/** The fields that keep an address. */
export function addressOf(url: string, key: string): Pick<WebhookRow, 'sealedUrl' | 'url'> {
  return { sealedUrl: sealed(url, key), url: shownAddress(url) };
}

/** What else changes with what is asked for: why nothing is sent, and the address. */
export function patched(
  row: WebhookRow,
  { url, ...wanted }: z.output<typeof webhookPatch>,
  config: Config,
): Partial<WebhookRow> {
  const { isEnabled = row.isEnabled } = wanted;
  const state =
    isEnabled === row.isEnabled ? {} : { disabledBecause: isEnabled ? null : ('by-hand' as const), failingSince: null };
  if (wanted.processes) mustKnowProcesses(wanted.processes);
  if (url === undefined) return { ...defined(wanted), ...state };
  mustBeOutside(url, config);
  const key = secretsKeyOf(config);
  const isAsBefore = unsealed(row.sealedUrl, key) === url;
  return { ...defined(wanted), ...state, ...(isAsBefore ? {} : addressOf(url, key)) };
}

/** What the access log keeps of a change: that there is another address also where what is shown of it is the same. */
export function tellingOfAddress(answer: Answer, row: WebhookRow, { url }: Partial<WebhookRow>): Answer {
  const { access } = answer;
  if (url === undefined || !access) return answer;
  const changes = { ...(access.details.changes as object), url: { from: row.url, to: url } };
  return { ...answer, access: { ...access, details: { ...access.details, changes } } };
}

function defined<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
