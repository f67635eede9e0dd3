import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { allowedTargets } from './addresses';

const flag = z.stringbool({ truthy: ['true', '1', 'yes'], falsy: ['false', '0', 'no'] });
const milliseconds = z.coerce.number().int().min(10);

/** Every setting of the product, read once at start; `.env.example` is checked against this table. */
export const configSchema = z.object({
  COMPANY_NAME: z
    .string()
    .min(1)
    .default('示范运维服务有限公司')
    .describe('The company that runs this installation, printed on every document'),
  COMPANY_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'not an IANA time zone')
    .default('Asia/Shanghai')
    .describe('Zone in which times are shown and days are counted'),
  COMPANY_CALENDAR: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, 'not the id of a calendar')
    .default('5x8')
    .describe('Calendar in whose working time deadlines run'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address that the API listens on'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080).describe('Port of the API, 0 = any free one'),
  PUBLIC_URL: z.url().optional().describe('Address under which people reach the product; links in mails begin with it'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .describe('MongoDB replica set and database (secret)'),
  TEMPORAL_ADDRESS: z.string().min(3).describe('host:port of the Temporal frontend'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default').describe('Temporal namespace'),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default('opsflow').describe('Task queue that API and worker share'),
  TEMPORAL_TLS: flag.default(false).describe('Connect to Temporal with TLS'),
  TEMPORAL_API_KEY: z.string().min(1).optional().describe('API key for Temporal (secret)'),
  TEMPORAL_UI_URL: z.url().optional().describe('Address of the Temporal UI, for links to histories'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .describe('Mail server, with user and password if it wants them (secret)'),
  MAIL_FROM: z.string().min(3).default('Opsflow <opsflow@localhost>').describe('Sender of every mail'),
  SECRETS_KEY: z
    .string()
    .min(32)
    .optional()
    .describe('Encrypts the secrets of webhooks in the database; without it there are no webhooks (secret)'),
  WEBHOOK_ALLOWED: z
    .string()
    .refine((list) => allowedTargets(list) !== null, 'not hosts, addresses or CIDR ranges with commas between')
    .optional()
    .describe('Hosts and CIDR ranges inside the network that webhooks may be sent to, also over http'),
  DEMO_MODE: flag
    .default(false)
    .describe('Create demo customers, devices and accounts, and list the accounts at GET /api/v1/demo'),
  DEMO_PASSWORD: z.string().min(8).default('opsflow-demo').describe('Password of every demo account (secret)'),
  SESSION_LIFETIME_MS: milliseconds.default(12 * 3_600_000).describe('How long a sign-in lasts'),
  DECISION_LINK_LIFETIME_MS: milliseconds
    .default(30 * 24 * 3_600_000)
    .describe('How long the link in a mail to somebody without an account can be used'),
  SIGN_IN_ATTEMPTS: z.coerce
    .number()
    .int()
    .min(1)
    .default(10)
    .describe('Wrong passwords per account and address in 15 minutes before 429'),
  INTAKE_ALERTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(120)
    .describe('Alerts that one monitoring system may send in a minute before 429'),
  INTAKE_REPORTS_PER_HOUR: z.coerce
    .number()
    .int()
    .min(1)
    .default(60)
    .describe("Reports by one customer's public form in an hour before 429"),
  INTAKE_REPORTS_PER_ADDRESS: z.coerce
    .number()
    .int()
    .min(1)
    .default(20)
    .describe('Reports by public forms from one network address in an hour before 429'),
  UPDATE_DEADLINE_MS: milliseconds.default(5_000).describe('How long the API waits for a case before it answers 503'),
  CASES_AT_ONCE: z.coerce
    .number()
    .int()
    .min(1)
    .default(8)
    .describe('Writes to cases that the API has under way at once'),
  CASES_QUEUED: z.coerce
    .number()
    .int()
    .min(0)
    .default(8)
    .describe('Writes to cases that may wait for a place before the API answers 503'),
  CACHED_WORKFLOWS: z.coerce
    .number()
    .int()
    .min(10)
    .default(500)
    .describe('Cases that one worker keeps in memory, about 1 MB each'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('Token that /metrics of API and worker asks for; without one they answer this machine only (secret)'),
  WORKER_METRICS_HOST: z.string().min(1).default('127.0.0.1').describe("Address of the worker's /metrics"),
  WORKER_METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(9464)
    .describe("Port of the worker's /metrics, 0 = any free one"),
  TEMPORAL_SDK_METRICS: z
    .string()
    .regex(/:\d+$/, 'must be host:port')
    .optional()
    .describe("host:port on which the worker also serves the Temporal SDK's own metrics"),
  SWEEP_INTERVAL_MS: milliseconds
    .default(10_000)
    .describe('Rhythm of the outbox sweeper, the intake sweeper and the reconciler'),
});

/** The settings of one process, parsed. */
export type Config = z.infer<typeof configSchema>;

/** All faults of the configuration at once, in words for the person who starts the product. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads the settings from an environment; `NAME_FILE` names a file that holds `NAME`. Throws ConfigError with every fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const values: Record<string, string> = {};
  for (const name of Object.keys(configSchema.shape)) {
    const value = settingOf(name, env, faults);
    if (value !== undefined && value !== '') values[name] = value;
  }
  const parsed = configSchema.safeParse(values);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) faults.push(`${issue.path.join('.')}: ${issue.message}`);
  }
  if (faults.length > 0 || !parsed.success) throw new ConfigError(faults);
  return parsed.data;
}

function settingOf(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  faults: string[],
): string | undefined {
  const file = env[`${name}_FILE`];
  if (file === undefined || file === '') return env[name];
  if (env[name]) {
    faults.push(`${name}: set both as ${name} and as ${name}_FILE`);
    return undefined;
  }
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    faults.push(`${name}_FILE: cannot read ${file} (${error instanceof Error ? error.message : String(error)})`);
    return undefined;
  }
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
