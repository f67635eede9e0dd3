import type { Locator, Page } from 'playwright-core';
import type { Strokes } from '../../models/contracts/strokes';

/** Strokes that look like a name written by hand. */
export const HAND: Strokes = [
  [
    [80, 60],
    [300, 80],
    [180, 200],
  ],
  [
    [320, 50],
    [420, 190],
  ],
];

/** What somebody sends who has signed by hand. */
export const drawnBy = (name: string) => ({ kind: 'drawn', name, strokes: HAND });

/** 陈, more or less, as parts of the width and height of a field. */
export const NAME: [number, number][][] = [
  [
    [0.2, 0.2],
    [0.26, 0.22],
    [0.21, 0.4],
    [0.27, 0.52],
    [0.2, 0.6],
  ],
  [
    [0.2, 0.2],
    [0.2, 0.82],
  ],
  [
    [0.34, 0.26],
    [0.56, 0.24],
  ],
  [
    [0.44, 0.16],
    [0.36, 0.46],
    [0.58, 0.44],
  ],
  [
    [0.47, 0.36],
    [0.47, 0.82],
    [0.42, 0.76],
  ],
  [
    [0.4, 0.56],
    [0.34, 0.72],
  ],
  [
    [0.53, 0.54],
    [0.6, 0.7],
  ],
];

/** Draws strokes into a field, as parts of its width and height, with the mouse held down. */
export async function drawsInto(
  page: Page,
  pad: Locator,
  strokes: readonly (readonly [number, number])[][],
): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is nothing to sign in');
  for (const [first, ...others] of strokes) {
    const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
    await page.mouse.move(...at(first!));
    await page.mouse.down();
    for (const point of others) await page.mouse.move(...at(point), { steps: 6 });
    await page.mouse.up();
  }
}
