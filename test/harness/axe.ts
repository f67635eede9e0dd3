import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** Asked of the page: whether anything fades or slides; what turns for ever, like a loading sign, does not count. */
const MOVES = `document.querySelector('[class*="-enter"], [class*="-appear"], [class*="-leave"]') !== null ||
  document.getAnimations().some((one) => one.playState === 'running' && Number.isFinite(one.effect?.getComputedTiming().endTime))`;
const LONGEST_MOVE_IN_MS = 30_000;

const SERIOUS: readonly (string | null)[] = ['serious', 'critical'];

/** What axe finds on a page that shuts somebody out, one line each; it is evaluated past the page's own policy. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await standsStill(page);
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate<Violation[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations)",
  );
  return violations
    .filter(({ impact }) => SERIOUS.includes(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
}

/** Waits until nothing moves: half faded in, a button has the contrast of a ghost. */
async function standsStill(page: Page): Promise<void> {
  const until = Date.now() + LONGEST_MOVE_IN_MS;
  while (await page.evaluate<boolean>(MOVES)) {
    if (Date.now() > until) throw new Error(`${page.url()} still moves after ${LONGEST_MOVE_IN_MS / 1_000} s`);
    await page.waitForTimeout(50);
  }
}
