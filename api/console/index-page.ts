import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../models/config';

const NONCE = '__CSP_NONCE__';
const SETTINGS = /(<script type="application\/json" id="settings"[^>]*>)[^<]*(<\/script>)/;

/** The page that begins the console, for one response: with its nonce, and with what the page should know of the installation. */
export function indexPage(
  folder: string,
  { COMPANY_NAME, COMPANY_TIME_ZONE, DEMO_MODE }: Pick<Config, 'COMPANY_NAME' | 'COMPANY_TIME_ZONE' | 'DEMO_MODE'>,
): (nonce: string) => string {
  const built = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const settings = asData({ companyName: COMPANY_NAME, timeZone: COMPANY_TIME_ZONE, isDemo: DEMO_MODE });
  const page = built.replace(SETTINGS, (_, begin: string, end: string) => `${begin}${settings}${end}`);
  return (nonce) => page.replaceAll(NONCE, nonce);
}

/** JSON that cannot end the element in which it stands. */
function asData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
