import { join } from 'node:path';
import { planInstallation } from '../../embedded/supervisor/environment';
import { startInstallation } from '../../embedded/supervisor/installation';
import { Teardown } from '../../embedded/supervisor/teardown';
import { runningAt, type Running } from '../../embedded/running';

/** Starts an installation for the length of a demo; the caller stops it. */
export async function startForDemo(
  home: string,
  say: (line: string) => void,
): Promise<{ at: Running; stop: () => Promise<void> }> {
  const teardown = new Teardown(say);
  const env = { ...process.env, OPSFLOW_HOME: home };
  const built = join(__dirname, '../..');
  const scripts = { api: join(built, 'api/main.js'), worker: join(built, 'worker/main.js') };
  try {
    await startInstallation({ plan: planInstallation(env), env, scripts, teardown, say });
    const at = runningAt(home);
    if (!at) throw new Error(`the installation on ${home} has not said where it is`);
    return { at, stop: () => teardown.run() };
  } catch (error) {
    await teardown.run();
    throw error;
  }
}
