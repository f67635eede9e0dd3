import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONSOLE_PATHS } from '../../models/contracts/console-paths';

test('every page of the console is served by the API when its address is opened or read again', () => {
  const router = readFileSync(path.join(__dirname, '../../console/start/router.tsx'), 'utf8');
  const first = [...router.matchAll(/path: '\/([\w-]+)/g)].map(([, part]) => part);
  expect(first.length).toBeGreaterThan(CONSOLE_PATHS.length);
  expect(first.filter((part) => !(CONSOLE_PATHS as readonly (string | undefined)[]).includes(part))).toEqual([]);
});
