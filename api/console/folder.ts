import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the built console lies: beside the built API, or in `dist` for tests that run the sources; null where it was not built. */
export function builtConsole(): string | null {
  const places = [path.join(__dirname, '../../console'), path.join(__dirname, '../../dist/console')];
  return places.find((place) => existsSync(path.join(place, 'assets'))) ?? null;
}
