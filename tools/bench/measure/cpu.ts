import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const TICK_IN_MS = 10;
const AFTER_NAME = 2;
const USER_TIME = 13;
const SYSTEM_TIME = 14;

/** Where CPU times come from on this machine; said in the report, since `ps` counts in whole seconds on some. */
export const CPU_SOURCE = existsSync('/proc/self/stat') ? '/proc' : 'ps';

/** CPU milliseconds that a process has used so far, of all its threads, in user and system mode. */
export function cpuInMs(pid: number): number {
  if (pid === process.pid) {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  return CPU_SOURCE === '/proc' ? fromProc(pid) : fromPs(pid);
}

/** CPU milliseconds of several processes, by their names. */
export function cpuOf(pids: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuInMs(pid)]));
}

// Fields 14 and 15 of proc(5) stat; the name before them may hold spaces and brackets. Linux fixes USER_HZ at 100.
function fromProc(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + AFTER_NAME).split(' ');
  const before = AFTER_NAME;
  return (Number(fields[USER_TIME - before]) + Number(fields[SYSTEM_TIME - before])) * TICK_IN_MS;
}

// [[dd-]hh:]mm:ss[.ss]
function fromPs(pid: number): number {
  const text = execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  const [days, clock] = text.includes('-') ? text.split('-') : ['0', text];
  const seconds = (clock ?? '0').split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return (Number(days) * 86_400 + seconds) * 1000;
}
