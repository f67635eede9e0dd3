import { writeFileSync } from 'node:fs';
import { mainOf } from '../api/process/main';
import { sayOnStderr } from '../embedded/say';
import { openHouse } from './bench/house';
import { optionsOf, USAGE, type BenchOptions } from './bench/options';
import { reportOf } from './bench/report';
import { runBench } from './bench/run';

const INTERRUPTED = 130;

/** `npm run bench`: the bare SDK and this platform on the same servers; its last line is `ratio: N.NN`. */
mainOf(async () => {
  const options = optionsOf(process.argv.slice(2));
  if (options === undefined) process.stdout.write(`${USAGE}\n`);
  else await bench(options);
});

async function bench(options: BenchOptions): Promise<void> {
  const house = await openHouse(sayOnStderr);
  const interrupt = () => {
    void house.close().finally(() => process.exit(INTERRUPTED));
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const figures = await runBench(house, options);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
    process.stdout.write(`${reportOf(figures)}\n`);
  } finally {
    await house.close();
  }
}
