import { writeFileSync } from 'node:fs';
import { mainOf } from '../api/process/main';
import { sayOnStderr as say } from '../embedded/say';
import { optionsOf, USAGE, type YearOptions } from './year/options';
import { runYear } from './year/run';

/** `npm run year`: takes a company through a year in seconds and prints its diary. */
mainOf(async () => {
  const options = optionsOf(process.argv.slice(2));
  if (options === undefined) process.stdout.write(`${USAGE}\n`);
  else await year(options);
});

async function year(options: YearOptions): Promise<void> {
  const { diary, faults, cases, events, tookInMs } = await runYear(options, say);
  if (options.out === undefined) process.stdout.write(diary);
  else writeFileSync(options.out, diary);
  const seconds = tookInMs / 1000;
  say(
    `${cases} 个流程，${events} 个历史事件，用时 ${seconds.toFixed(1)} 秒，每秒 ${Math.round(events / seconds)} 个（${cases} cases, ${events} history events in ${seconds.toFixed(1)} s）`,
  );
  for (const fault of faults) say(`✗ 不应发生（must not happen）：${fault}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
