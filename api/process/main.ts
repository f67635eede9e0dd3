import { ConfigError } from '../../models/config';

const BAD_CONFIG = 2;

/** Runs a program: a faulty configuration or a failed start is said plainly, and the process ends with the fitting code. */
export function mainOf(program: () => Promise<void>): void {
  program().catch((error: unknown) => {
    const said =
      error instanceof ConfigError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    process.stderr.write(`${said}\n`);
    process.exit(error instanceof ConfigError ? BAD_CONFIG : 1);
  });
}
