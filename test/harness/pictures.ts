import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** Where the pictures of the documentation are; another folder may be named to look at all of them. */
const KEPT: readonly string[] = [
  'sign-in-desk',
  'tasks-desk',
  'task-desk',
  'case-desk',
  'case-desk-en',
  'start-scrap-desk',
].concat(['tasks-phone', 'task-phone', 'case-phone', 'devices-phone'], ['import-faults-desk', 'import-faults-phone']);

/** Takes a picture of the screen when pictures are being taken: `npm run screenshots`. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.OPSFLOW_PICTURES;
  if (folder === undefined) return;
  const isForDocs = folder === 'docs';
  if (isForDocs && !KEPT.includes(name)) return;
  const target = isForDocs ? path.join(__dirname, '../../docs/screenshots') : folder;
  mkdirSync(target, { recursive: true });
  await page.screenshot({ path: path.join(target, `${name}.jpg`), type: 'jpeg', quality: 82, animations: 'disabled' });
}
