import { truncateSync } from 'node:fs';
import { homeAt } from '../../embedded/home';
import type { House } from './house';
import { startBenchProduct } from './product/product';
import { recipeOf, type Recipe } from './recipe';
import { isOver } from './side';

// Sweepers that run meanwhile would add transactions of their own.
const WATCHED = { LOG_LEVEL: 'debug', SWEEP_INTERVAL_MS: '3600000' };

/** Plays one scrap case with everything logged, and learns from it what a case takes. */
export async function learnRecipe(house: House): Promise<Recipe> {
  const product = await startBenchProduct(house, WATCHED);
  try {
    await product.prepare();
    for (const name of ['api', 'worker']) truncateSync(homeAt(house.home).log(name));
    const caseId = await product.play(() => undefined);
    await isOver(product);
    await product.mustHaveEnded([caseId]);
    await product.stop();
    return await recipeOf(house.home, house.temporal, caseId);
  } finally {
    await product.stop();
  }
}
