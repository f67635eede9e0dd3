import { isOver, type Side } from '../side';
import { cpuOf } from './cpu';
import { crowd } from './crowd';
import { percentile } from './statistics';

/** One measurement: one side at one client count. */
export interface Cell {
  readonly side: Side['name'];
  readonly clients: number;
  readonly cases: number;
  readonly casesPerSecond: number;
  readonly approveP50InMs: number;
  readonly approveP99InMs: number;
  /** CPU milliseconds per case, by process; `bench` is this process: clients and mail server. */
  readonly cpuInMsPerCase: Readonly<Record<string, number>>;
}

/** A measurement with the cases that it was made of. */
export interface Measured {
  readonly cell: Cell;
  readonly caseIds: readonly string[];
}

/** Lets so many clients work for so many seconds, and checks that every case came to its end. */
export async function measure(side: Side, clients: number, seconds: number): Promise<Measured> {
  await side.prepare();
  const pids = { ...side.pids, bench: process.pid };
  const approvals: number[] = [];
  const caseIds: string[] = [];
  const before = cpuOf(pids);
  const { cases, tookInMs } = await crowd(
    clients,
    seconds,
    async () => void caseIds.push(await side.oneCase((approveInMs) => approvals.push(approveInMs))),
    async () => await isOver(side),
  );
  const after = cpuOf(pids);
  await side.mustHaveEnded(caseIds);
  const used = Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / cases] as const);
  const cell = {
    ...{ side: side.name, clients, cases },
    casesPerSecond: (cases * 1000) / tookInMs,
    approveP50InMs: percentile(approvals, 0.5),
    approveP99InMs: percentile(approvals, 0.99),
    cpuInMsPerCase: Object.fromEntries(used),
  };
  return { cell, caseIds };
}
