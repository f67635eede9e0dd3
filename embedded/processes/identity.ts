import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A mark that no other process with the same id has ever had, or undefined when no such process runs. */
export function processMark(pid: number): string | undefined {
  try {
    return process.platform === 'linux' ? markFromProc(pid) : markFromPs(pid);
  } catch {
    return undefined;
  }
}

function markFromProc(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command's name stands in parentheses and may hold blanks, so fields are counted from the last parenthesis.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAtInTicks] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X' || startedAtInTicks === undefined) return undefined;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot} ${startedAtInTicks}`;
}

function markFromPs(pid: number): string | undefined {
  const output = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  return output === '' || output.startsWith('Z') ? undefined : output.replace(/^\S+\s+/, '');
}
