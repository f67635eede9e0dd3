import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../models/config';
import { sayOnStderr as say } from './say';
import { planInstallation } from './supervisor/environment';
import type { Plan } from './supervisor/environment';
import { startInstallation } from './supervisor/installation';
import { endOnSignals } from './supervisor/signals';
import { Teardown } from './supervisor/teardown';

const CONFIGURATION_FAULT = 2;

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const plan = planOrExit();
  const teardown = new Teardown(say);
  endOnSignals(plan.home, teardown, say);
  const built = join(__dirname, '..');
  const scripts = { api: join(built, 'api/main.js'), worker: join(built, 'worker/main.js') };
  try {
    say(`Opsflow 正在启动，数据目录 ${plan.home}（starting）`);
    console.log(await startInstallation({ plan, env: process.env, scripts, teardown, say }));
  } catch (error) {
    // A start that a signal interrupts fails too, and its end is already under way.
    if (teardown.hasBegun) return;
    say(`启动失败（start failed）：\n${error instanceof Error ? error.message : String(error)}`);
    await teardown.run();
    process.exit(1);
  }
}

function planOrExit(): Plan {
  try {
    return planInstallation(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    say(`配置有误（the configuration is wrong）：\n${error.message}`);
    process.exit(CONFIGURATION_FAULT);
  }
}

void main();
