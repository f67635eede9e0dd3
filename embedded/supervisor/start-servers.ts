import { findBinary } from '../binaries/find-binary';
import { MONGOD, TEMPORAL_CLI } from '../binaries/tool';
import { startMailCatcher, type MailCatcher } from '../mail/catcher';
import { serveMailbox } from '../mail/mailbox';
import { startMongo } from '../mongo/server';
import type { MongoServer } from '../mongo/server';
import type { Say } from '../say';
import { startTemporal } from '../temporal/server';
import type { TemporalServer } from '../temporal/server';
import { sleep } from '../wait';
import type { Plan, ServerSetting } from './environment';
import { keepRunning } from './keep-running';
import { STOPS } from './teardown';
import type { Teardown } from './teardown';

const LOOKS_EVERY_MS = 5_000;
const FURTHER_REASONS_WITHIN_MS = 3_000;

/** Where the servers of an installation are: settings for API and worker, and the page of the mail catcher. */
export interface ServerAnswers {
  env: Record<string, string>;
  mailUrl: string | undefined;
}

/** Starts the servers that nobody named, side by side, and keeps them running. */
export async function startMissingServers(plan: Plan, teardown: Teardown, say: Say): Promise<ServerAnswers> {
  const starts: Record<ServerSetting, () => Promise<ServerAnswers>> = {
    TEMPORAL_ADDRESS: () => keepTemporal(plan, teardown, say),
    MONGODB_URI: () => keepMongo(plan, teardown, say),
    SMTP_URL: () => keepMailCatcher(plan, teardown, say),
  };
  const answers = await allOrEveryReason([...plan.embedded].map(async (name) => starts[name]()));
  return {
    env: Object.assign({}, ...answers.map(({ env }) => env)) as Record<string, string>,
    mailUrl: answers.find(({ mailUrl }) => mailUrl !== undefined)?.mailUrl,
  };
}

// Who lacks two servers is told of both at once, but does not wait minutes for the second reason.
async function allOrEveryReason<T>(starts: readonly Promise<T>[]): Promise<T[]> {
  const reasons: string[] = [];
  for (const start of starts)
    start.catch((error: unknown) => reasons.push(String(error instanceof Error ? error.message : error)));
  try {
    return await Promise.all(starts);
  } catch {
    await Promise.race([Promise.allSettled(starts), sleep(FURTHER_REASONS_WITHIN_MS)]);
    throw new Error(reasons.join('\n'));
  }
}

async function keepTemporal(plan: Plan, teardown: Teardown, say: Say): Promise<ServerAnswers> {
  const binary = await findBinary(TEMPORAL_CLI, process.env, say);
  const options = { home: plan.home, binary, namespace: plan.config.TEMPORAL_NAMESPACE, say };
  const kept = await keepRunning<TemporalServer>(
    'Temporal',
    async (previous) => onSamePort(previous, await startTemporal({ ...options, ...portsOf(previous) })),
    say,
  );
  teardown.add(STOPS.temporal, 'Temporal', kept.stop);
  const { address, uiUrl } = kept.first;
  return { env: { TEMPORAL_ADDRESS: address, TEMPORAL_UI_URL: uiUrl }, mailUrl: undefined };
}

async function keepMongo(plan: Plan, teardown: Teardown, say: Say): Promise<ServerAnswers> {
  const binary = await findBinary(MONGOD, process.env, say);
  const kept = await keepRunning<MongoServer>(
    'MongoDB',
    async (previous) =>
      onSamePort(
        previous,
        await startMongo({ home: plan.home, binary, say, ...(previous && { port: previous.port }) }),
      ),
    say,
  );
  teardown.add(STOPS.mongo, 'MongoDB', kept.stop);
  return { env: { MONGODB_URI: kept.first.uri }, mailUrl: undefined };
}

async function keepMailCatcher(plan: Plan, teardown: Teardown, say: Say): Promise<ServerAnswers> {
  const catcher = await startMailCatcher({ home: plan.home, timeZone: plan.config.COMPANY_TIME_ZONE, say });
  teardown.add(STOPS.mail, '邮件 mail', catcher.stop);
  const mailbox = plan.config.IMAP_URL === undefined ? await keepMailbox(plan, catcher, teardown) : {};
  return { env: { SMTP_URL: catcher.smtpUrl, ...mailbox }, mailUrl: catcher.httpUrl };
}

/** What is written to the installation's own address lies in a mailbox, so that faults can be reported by mail. */
async function keepMailbox(
  { config }: Plan,
  catcher: MailCatcher,
  teardown: Teardown,
): Promise<Readonly<Record<string, string>>> {
  const address = /<([^<>]+)>/.exec(config.MAIL_FROM)?.[1] ?? config.MAIL_FROM;
  const mailbox = await serveMailbox(address, () => catcher.lying(address));
  teardown.add(STOPS.mail, '', mailbox.stop);
  return { IMAP_URL: mailbox.url, IMAP_INTERVAL_MS: `${Math.min(config.IMAP_INTERVAL_MS, LOOKS_EVERY_MS)}` };
}

function portsOf(previous: { port: number; uiPort: number } | undefined): { port?: number; uiPort?: number } {
  return previous === undefined ? {} : { port: previous.port, uiPort: previous.uiPort };
}

// API and worker know the address of the server that ended, so its successor must have the same.
async function onSamePort<T extends { port: number; stop: () => Promise<void> }>(
  previous: T | undefined,
  next: T,
): Promise<T> {
  if (previous === undefined || previous.port === next.port) return next;
  await next.stop();
  throw new Error(`port ${previous.port} is taken`);
}
