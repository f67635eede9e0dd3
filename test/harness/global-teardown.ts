import { rmSync } from 'node:fs';
import { running } from './global-setup';

/** Stops the servers of the run and leaves nothing behind. */
export default async function globalTeardown(): Promise<void> {
  await running.servers?.stop();
  if (running.home) rmSync(running.home, { recursive: true, force: true });
}
