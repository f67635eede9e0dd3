import { homeAt } from '../home';
import { livingProcess } from '../processes/pid-file';
import type { Say } from '../say';
import type { Teardown } from './teardown';

const FORCED_EXIT_CODE = 130;
const ONE_KEYSTROKE_IN_MS = 500;
const PARENT_CHECK_INTERVAL_IN_MS = 1_000;

/** Ends on Ctrl-C, SIGTERM, a closed terminal and the end of npm: in order the first time, by force the second. */
export function endOnSignals(home: string, teardown: Teardown, say: Say): void {
  let begunAtInMs = 0;
  const end = (reason: string): void => {
    // Ctrl-C reaches this process from the terminal, and once more from npm.
    if (Date.now() - begunAtInMs < ONE_KEYSTROKE_IN_MS) return;
    if (teardown.hasBegun) {
      say('强制结束（ended by force）');
      killAll(home);
      process.exit(FORCED_EXIT_CODE);
    }
    begunAtInMs = Date.now();
    say(`收到 ${reason}，正在停止；再按一次 Ctrl-C 强制结束（stopping; Ctrl-C again forces）`);
    void teardown.run().then(() => {
      say('已全部停止（everything has stopped）');
      process.exit(0);
    });
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => end(name));
  if (process.env['npm_lifecycle_event'] !== undefined) whenParentEnds(() => end('npm 结束 end of npm'));
  // A terminal that is closed takes no more lines; that is no reason to end without stopping the servers.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

// npm passes SIGTERM on to its shell, and the shell does not pass it on to us.
function whenParentEnds(then: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, PARENT_CHECK_INTERVAL_IN_MS);
  timer.unref();
}

function killAll(root: string): void {
  for (const name of ['worker', 'api', 'temporal', 'mongod']) {
    const pid = livingProcess(homeAt(root).pid(name));
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }
}
