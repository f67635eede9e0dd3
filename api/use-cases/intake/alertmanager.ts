import type { z } from 'zod';
import { alertmanagerAlert, type alertInput } from '../../../models/contracts/intake';
import { URGENCIES, type Urgency } from '../../../models/contracts/service-level-names';
import { valid } from '../../http/invalid';
import { cleanLine, cleanLines } from './foreign-text';

/** One alert as it is taken, whoever sent it. */
export type Alert = z.output<typeof alertInput>;

type Sent = z.output<typeof alertmanagerAlert>;

const LONGEST_TITLE = 120;
const LONGEST_DETAILS = 3000;
const LONGEST_NUMBER = 100;
const LONGEST_FINGERPRINT = 200;
const DEVICE_LABELS = ['device', 'serial', 'asset'];

/** How urgent the usual severities are; the service desk has the last word. */
const URGENCY_OF: ReadonlyMap<string, Urgency> = new Map([
  ['critical', 'critical'],
  ['error', 'urgent'],
  ['warning', 'normal'],
  ['info', 'other'],
]);

/** What an alert of Alertmanager is called, also where nothing else of it can be read. */
export function fingerprintOf(sent: unknown): string {
  const { fingerprint } = Object(sent) as { readonly fingerprint?: unknown };
  return typeof fingerprint === 'string' ? cleanLine(fingerprint, LONGEST_FINGERPRINT) : '';
}

/** An alert of Alertmanager in our own words: its fingerprint is the dedupe key. Refuses what is none. */
export function alertOf(sent: unknown): Alert {
  const { status, labels, annotations, startsAt, generatorURL, fingerprint }: Sent = valid(alertmanagerAlert, sent);
  const device = DEVICE_LABELS.map((name) => cleanLine(labels[name], LONGEST_NUMBER)).find((one) => one !== '');
  const urgency = URGENCIES.find((one) => one === labels.urgency) ?? URGENCY_OF.get(labels.severity ?? '');
  const level = (['1', '2', '3'] as const).find((one) => one === labels.level);
  const title = [annotations.summary, labels.alertname].map((text) => cleanLine(text, LONGEST_TITLE)).find(Boolean);
  const details = cleanLines(
    [annotations.description ?? annotations.message ?? '', labelled(labels), generatorURL ?? ''].join('\n'),
    LONGEST_DETAILS,
  );
  const at = instantOf(startsAt);
  return {
    dedupeKey: fingerprint,
    status,
    title: title ?? fingerprint,
    ...(details !== '' && { details }),
    ...(device !== undefined && { device }),
    ...(urgency && { urgency }),
    ...(level && { level }),
    ...(at !== undefined && { startsAt: at }),
  };
}

function labelled(labels: Sent['labels']): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}

function instantOf(text: string | undefined): string | undefined {
  const at = new Date(text ?? '');
  // Go writes an instant that it does not have as that of year 1.
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1970 ? undefined : at.toISOString();
}
