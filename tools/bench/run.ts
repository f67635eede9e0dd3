import { startBare } from './bare/bare';
import { measureAdmission } from './admission';
import { measureFaults } from './faults';
import { figuresOf, type Figures, type Round } from './figures';
import type { House } from './house';
import { learnRecipe } from './learn';
import type { BenchOptions } from './options';
import { startBenchProduct } from './product/product';
import type { Recipe } from './recipe';
import { measureSide } from './round';
import { storedBytes } from './measure/stores';

/** Learns what a case takes, measures both sides in alternating rounds, then the admission, and many faults. */
export async function runBench(house: House, options: BenchOptions): Promise<Figures> {
  const { say } = house;
  say('一个报废流程需要多少？（what one scrap case takes）');
  const recipe = await learnRecipe(house);
  const rounds: Round[] = [];
  for (let number = 1; number <= options.rounds; number += 1) {
    say(`第 ${number} 轮，共 ${options.rounds} 轮（round ${number} of ${options.rounds}）`);
    rounds.push(await oneRound(house, recipe, options, number % 2 === 1));
  }
  say('准入控制（admission control）');
  const admission = await measureAdmission(house, options, say);
  const stored = await storedBytes(house.mongo, house.home);
  say('许多未结故障（many faults open）');
  const faults = await measureFaults(house, recipe, options);
  return figuresOf({ options, recipe, rounds, admission, stored, faults });
}

async function oneRound(house: House, recipe: Recipe, options: BenchOptions, isBareFirst: boolean): Promise<Round> {
  const measureBare = async () =>
    await measureSide(house, async () => await startBare(house, recipe), options, house.say);
  const measureProduct = async () =>
    await measureSide(house, async () => await startBenchProduct(house, {}, profiling(options)), options, house.say);
  if (isBareFirst) {
    const bare = await measureBare();
    return { bare, product: await measureProduct() };
  }
  const product = await measureProduct();
  return { bare: await measureBare(), product };
}

/** The options by which Node writes a CPU profile of each thread when a process ends. */
function profiling({ profile }: BenchOptions): readonly string[] {
  return profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-interval=500', `--cpu-prof-dir=${profile}`];
}
