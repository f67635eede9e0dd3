import { run } from './run';
import type { Tool } from './tool';

const VERSION_TIMEOUT_IN_MS = 30_000;

/** Runs `--version` of a binary; throws why it is not good enough, or why it does not run at all. */
export async function checkBinary(tool: Tool, file: string): Promise<string> {
  const printed = await run(file, ['--version'], { timeoutInMs: VERSION_TIMEOUT_IN_MS }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(tool.libraries === '' ? reason : `${reason} (it needs ${tool.libraries})`);
  });
  const version = tool.versionPattern.exec(printed);
  if (version === null) throw new Error(`${file} --version printed no version`);
  const [major, minor] = [Number(version[1]), Number(version[2])];
  const [oldestMajor, oldestMinor] = tool.oldest;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(`${major}.${minor} is older than ${oldestMajor}.${oldestMinor}`);
  }
  return `${major}.${minor}`;
}
