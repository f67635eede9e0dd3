import { mkdirSync } from 'node:fs';
import { homeAt } from '../home';
import { livingProcess, removePidFile, writePidFile } from '../processes/pid-file';

/** Another supervisor runs on the same home. */
export class HomeInUse extends Error {
  constructor(root: string, pid: number) {
    super(
      `${root} 正由进程 ${pid} 使用：Opsflow 已在运行。请先停止它，或用 OPSFLOW_HOME 指定另一个目录` +
        `（already running as process ${pid}: stop it, or name another home by OPSFLOW_HOME）`,
    );
    this.name = 'HomeInUse';
  }
}

/** Claims a home for this process, so that two starts do not fight over one set of data; answers how to release it. */
export function claimHome(root: string): () => void {
  const home = homeAt(root);
  // Mails and case data are nobody else's business on a shared machine.
  mkdirSync(root, { recursive: true, mode: 0o700 });
  mkdirSync(home.data('run'), { recursive: true });
  const holder = livingProcess(home.pid('supervisor'));
  if (holder !== undefined && holder !== process.pid) throw new HomeInUse(root, holder);
  writePidFile(home.pid('supervisor'), process.pid);
  return () => removePidFile(home.pid('supervisor'), process.pid);
}
