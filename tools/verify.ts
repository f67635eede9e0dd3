import { resolve } from 'node:path';
import { mainOf } from '../api/process/main';
import { connectToTemporal, createGateway } from '../api/gateway';
import { verifyAccessLog, verifyCases, type Fault } from '../api/verify';
import { runningAt } from '../embedded/running';
import { readConfig } from '../models/config';
import { databaseOf } from '../models/db';
import { connectToMongo } from '../models/db/connection';

const UNUSED_SMTP = 'smtp://127.0.0.1';

/** `npm run verify`: checks every journal, its head in Temporal, every stored document, and the access log. */
mainOf(async () => {
  const running = runningAt(resolve(process.env.OPSFLOW_HOME ?? '.opsflow'));
  const config = readConfig({ SMTP_URL: UNUSED_SMTP, ...process.env, ...running?.env });
  const db = databaseOf(await connectToMongo(config.MONGODB_URI));
  const client = await connectToTemporal(config);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const faults: Fault[] = [];
  const found = (fault: Fault) => {
    faults.push(fault);
    say(`✗ ${fault.where}：${fault.what}`);
  };
  const cases = await verifyCases(db, createGateway(client, config), found, say);
  const access = await verifyAccessLog(db, found);
  say(`访问日志末条（the access log ends at）：#${access.seq} ${access.hash}`);
  say(
    `已核对 ${cases} 个流程、${access.seq} 条访问日志（checked）：${faults.length === 0 ? '全部一致 all sound' : `${faults.length} 处不一致 faults`}`,
  );
  await client.connection.close();
  await db.connection.close();
  process.exitCode = faults.length === 0 ? 0 : 1;
});
