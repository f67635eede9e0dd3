import { resolve } from 'node:path';
import { readConfig } from '../../models/config';
import type { Config, configSchema } from '../../models/config';

type Environment = Readonly<Record<string, string | undefined>>;

/** The servers that an installation needs, by the setting that leads to each. */
export const SERVER_SETTINGS = ['TEMPORAL_ADDRESS', 'MONGODB_URI', 'SMTP_URL'] as const;

/** A setting that leads to a server. */
export type ServerSetting = (typeof SERVER_SETTINGS)[number];

/** What an installation on one machine begins with. */
export interface Plan {
  readonly home: string;
  /** The servers that nobody named, so that embedded ones are started. */
  readonly embedded: ReadonlySet<ServerSetting>;
  readonly config: Config;
}

const PLACEHOLDERS: Readonly<Record<ServerSetting, string>> = {
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  MONGODB_URI: 'mongodb://127.0.0.1/opsflow',
  SMTP_URL: 'smtp://127.0.0.1',
};

/** Decides what to start; throws ConfigError with every fault before anything is started. */
export function planInstallation(env: Environment): Plan {
  const embedded = new Set(SERVER_SETTINGS.filter((name) => !isNamed(env, name)));
  const placeholders = Object.fromEntries([...embedded].map((name) => [name, PLACEHOLDERS[name]]));
  return {
    home: resolve(env['OPSFLOW_HOME'] || '.opsflow'),
    embedded,
    config: readConfig({ ...withDemoByDefault(env), ...placeholders }),
  };
}

/** The environment of API and worker: what was given, what the embedded servers answer, and demo data unless refused. */
export function completedEnvironment(env: Environment, answers: Environment): NodeJS.ProcessEnv {
  const replaced = new Set(Object.keys(answers).map((name) => `${name}_FILE`));
  const kept = Object.entries(withDemoByDefault(env)).filter(([name]) => !replaced.has(name));
  return { NODE_ENV: 'production', ...Object.fromEntries(kept), ...answers };
}

/** Whether a setting is given, as itself or as the file that holds it. */
export function isNamed(env: Environment, name: keyof typeof configSchema.shape): boolean {
  return Boolean(env[name]) || Boolean(env[`${name}_FILE`]);
}

function withDemoByDefault(env: Environment): Environment {
  return isNamed(env, 'DEMO_MODE') ? env : { ...env, DEMO_MODE: 'true' };
}
