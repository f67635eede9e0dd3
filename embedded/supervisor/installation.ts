import { choosePort } from '../ports';
import { noteRunning } from '../running';
import { secondsSince } from '../say';
import type { Say } from '../say';
import { banner, demoAccounts } from './banner';
import { claimHome } from './claim-home';
import { completedEnvironment, isNamed } from './environment';
import type { Plan } from './environment';
import { keepRunning } from './keep-running';
import { keptSecretsKey } from './secrets-key';
import { startProduct } from './product-process';
import { startMissingServers } from './start-servers';
import { STOPS } from './teardown';
import type { Teardown } from './teardown';

/** What `npm start` starts. */
export interface InstallationOptions {
  plan: Plan;
  env: NodeJS.ProcessEnv;
  scripts: Readonly<Record<'api' | 'worker', string>>;
  teardown: Teardown;
  say: Say;
}

/** Starts the servers, then the API (which migrates the data), then the worker; answers the banner to show. */
export async function startInstallation(options: InstallationOptions): Promise<string> {
  const { plan, teardown, say } = options;
  const startedAtInMs = Date.now();
  const releaseHome = claimHome(plan.home);
  teardown.add(STOPS.home, '', async () => releaseHome());
  const servers = await startMissingServers(plan, teardown, say);
  say(`服务器已就绪（servers are ready, ${secondsSince(startedAtInMs)}）`);
  const port = await choosePort('应用 API', plan.config.PORT, say, plan.config.HOST);
  const apiUrl = `http://${isWildcard(plan.config.HOST) ? '127.0.0.1' : plan.config.HOST}:${port}`;
  // Links in mails lead to the API, so the worker must know where it is.
  const publicUrl = isNamed(options.env, 'PUBLIC_URL') ? {} : { PUBLIC_URL: apiUrl };
  const secretsKey = isNamed(options.env, 'SECRETS_KEY') ? {} : { SECRETS_KEY: keptSecretsKey(plan.home) };
  const env = completedEnvironment(options.env, { ...servers.env, ...publicUrl, ...secretsKey, PORT: String(port) });
  await keepProduct('api', '应用 API', env, options);
  await keepProduct('worker', '执行器 worker', env, options);
  const mailPage = servers.mailUrl === undefined ? {} : { mailUrl: servers.mailUrl };
  const forgetRunning = noteRunning(plan.home, { pid: process.pid, apiUrl, ...mailPage, env: servers.env });
  teardown.add(STOPS.product, '', async () => forgetRunning());
  return banner({
    company: plan.config.COMPANY_NAME,
    took: secondsSince(startedAtInMs),
    apiUrl,
    temporalUiUrl: servers.env['TEMPORAL_UI_URL'] ?? plan.config.TEMPORAL_UI_URL,
    mailUrl: servers.mailUrl,
    home: plan.home,
    accounts: plan.config.DEMO_MODE ? await demoAccounts(apiUrl) : [],
    demoPassword: isNamed(options.env, 'DEMO_PASSWORD') ? undefined : plan.config.DEMO_PASSWORD,
  });
}

async function keepProduct(
  name: 'api' | 'worker',
  label: string,
  env: NodeJS.ProcessEnv,
  { plan, scripts, teardown, say }: InstallationOptions,
): Promise<void> {
  const startedAtInMs = Date.now();
  const start = (): ReturnType<typeof startProduct> =>
    startProduct({ name, script: scripts[name], home: plan.home, env, say });
  const kept = await keepRunning(label, start, say);
  teardown.add(STOPS.product, label, kept.stop);
  say(`${label} 已就绪（ready, ${secondsSince(startedAtInMs)}）`);
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}
