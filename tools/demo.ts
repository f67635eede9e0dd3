import { resolve } from 'node:path';
import { mainOf } from '../api/process/main';
import { runningAt, type Running } from '../embedded/running';
import { startForDemo } from './demo/start';
import { playComplaint } from './demo/complaint';
import { playCutover } from './demo/change-cutover';
import { playFault } from './demo/fault';
import { playScrap } from './demo/scrap';

/** `npm run demo`: plays the procedures over HTTP as the demo people; exit 0 only if all came out right. */
mainOf(async () => {
  const home = resolve(process.env.OPSFLOW_HOME ?? '.opsflow');
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const running = runningAt(home);
  if (running) say(`使用正在运行的系统 ${running.apiUrl}（playing against the running installation）`);
  const { stop, at } = running ? { stop: () => Promise.resolve(), at: running } : await startForDemo(home, say);
  try {
    await play(at, home, say);
  } finally {
    await stop();
  }
});

async function play(running: Running, home: string, say: (line: string) => void): Promise<void> {
  const password = process.env.DEMO_PASSWORD ?? 'opsflow-demo';
  const folder = resolve(home, 'demo');
  const stage = { running, password, folder, say };
  await playScrap(stage);
  await playCutover(stage);
  await playComplaint(stage);
  await playFault(stage);
  say(`全部完成，文档和邮件在 ${folder}（all came out right）`);
}
