import { join } from 'node:path';
import { sayWhile } from '../say';
import type { Way } from './tool';
import { run } from './run';
import { TEMPORAL_CLI_VERSION } from './versions';

/** Builds the Temporal CLI from the Go module proxy: about four minutes on two cores. */
export const goInstallTemporal: Way = {
  name: 'go install',
  obtain: async (stage) => {
    const start = 'temporal：用 go install 编译，约需 4 分钟（building, about 4 minutes）';
    await run('go', ['version'], { timeoutInMs: 30_000 });
    await sayWhile(start, stage.say, async (step) => {
      let packages = 0;
      await run(
        'go',
        ['install', '-v', '-ldflags', linkerFlags(), `github.com/temporalio/cli/cmd/temporal@v${TEMPORAL_CLI_VERSION}`],
        {
          timeoutInMs: 45 * 60_000,
          cwd: stage.folder,
          // Without cgo it needs no C compiler and runs on any libc, as the published binaries do.
          env: { ...process.env, GOBIN: stage.folder, CGO_ENABLED: '0', GOFLAGS: '', GOOS: '', GOARCH: '' },
          onLine: (line) => {
            if (!line.startsWith('go: ')) packages += 1;
            step(line.startsWith('go: ') ? line.slice(4, 90) : `${packages} packages`);
          },
        },
      );
    });
    return join(stage.folder, 'temporal');
  },
};

function linkerFlags(): string {
  return `-s -w -X github.com/temporalio/cli/temporalcli.Version=${TEMPORAL_CLI_VERSION}`;
}
