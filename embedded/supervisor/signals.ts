import { homeAt } from '../home';
import { livingProcess } from '../processes/pid-file';
import type { Say } from '../say';
import type { Teardown } from './teardown';

const FORCED_EXIT_CODE = 130;

/** Ends on Ctrl-C, SIGTERM and a closed terminal: in order the first time, by force the second. */
export function endOnSignals(home: string, teardown: Teardown, say: Say): void {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (teardown.hasBegun) {
        say('强制结束（ended by force）');
        killAll(home);
        process.exit(FORCED_EXIT_CODE);
      }
      say(`收到 ${name}，正在停止；再按一次 Ctrl-C 强制结束（stopping; Ctrl-C again forces）`);
      void teardown.run().then(() => {
        say('已全部停止（everything has stopped）');
        process.exit(0);
      });
    });
  }
}

function killAll(root: string): void {
  for (const name of ['worker', 'api', 'temporal', 'mongod']) {
    const pid = livingProcess(homeAt(root).pid(name));
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }
}
