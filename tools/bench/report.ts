import type { Cell } from './measure/cell';
import type { Stored } from './measure/stores';
import type { FaultFigures } from './faults';
import type { Figures } from './figures';
import type { Recipe } from './recipe';

/** The figures of a run as people read them, in Markdown; the last line is the ratio. */
export function reportOf(figures: Figures): string {
  const { machine, options, cells, perCase, stored, admission, ratio, recipe } = figures;
  return [
    '',
    `${machine.cpus} × ${machine.model}, Node ${machine.node}, ${options.rounds} round(s) of ${options.seconds} s, medians; CPU times from ${machine.cpuTimes}`,
    `One case: ${inWords(recipe)}`,
    '',
    ...table(
      ['', 'clients', 'cases/s', 'approve p50 ms', 'approve p99 ms', 'CPU ms/case', 'of which'],
      cells.map((cell) => [
        ...[cell.side, String(cell.clients), cell.casesPerSecond.toFixed(2)],
        ...[cell.approveP50InMs.toFixed(0), cell.approveP99InMs.toFixed(0), cpuSum(cell).toFixed(0), cpuParts(cell)],
      ]),
    ),
    '',
    ...table(
      ['per case', 'events', 'history kB', 'documents kB', 'files kB', 'MongoDB on disk kB', 'Temporal on disk kB'],
      (['bare', 'product'] as const).map((side) => {
        const { history, stored: per } = perCase[side];
        return [side, history.events.toFixed(0), kB(history.bytes), ...storesInKB(per)];
      }),
    ),
    '',
    `All stores at the end, kB: documents ${kB(stored.documents)}, files ${kB(stored.files)}, MongoDB on disk ${kB(stored.mongoOnDisk)}, Temporal on disk ${kB(stored.temporalOnDisk)}`,
    `Admission: p99 of admitted writes ${admission.p99InMsOfAdmitted.toFixed(0)} ms at ${options.admitted} client(s), ${admission.p99InMsOfCrowd.toFixed(0)} ms at ${options.crowd} (× ${admission.p99Ratio.toFixed(2)}); ${(admission.refusedShare * 100).toFixed(0)} % of attempts answered 503 with Retry-After; ${admission.casesPerSecondOfCrowd.toFixed(2)} cases/s`,
    `${options.peopleOnOneStep} people on one step: the last has its answer after ${(admission.lastOnOneStepInMs / 1000).toFixed(1)} s`,
    inWordsOf(figures.faults),
    `ratio: ${ratio.toFixed(2)}`,
  ].join('\n');
}

function inWords({ apiTransactions, records, updates, activities }: Recipe): string {
  const transactions = [...apiTransactions, ...records];
  const commands = transactions.reduce((sum, transaction) => sum + transaction.length + 1, 0);
  return `1 start with update, ${updates} updates, ${transactions.length} transactions of ${commands} commands with their commits, ${activities} activities`;
}

function inWordsOf(faults: FaultFigures): string {
  const late = (p50: number, p99: number) => `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`;
  return [
    `${faults.open} faults open, ${faults.arriving} more arriving: reminders late by ${late(faults.lateP50InMs, faults.lateP99InMs)}`,
    `(bare timers ${late(faults.bareLateP50InMs, faults.bareLateP99InMs)});`,
    `API p99 ${faults.apiP99InMsWhenMany.toFixed(0)} ms, with few open ${faults.apiP99InMsWhenFew.toFixed(0)} ms (× ${faults.apiP99Ratio.toFixed(2)})`,
  ].join(' ');
}

/** The CPU time of the system; the bench process is what people and a mail server elsewhere would be. */
function cpuSum({ cpuInMsPerCase, side }: Cell): number {
  const parts = Object.entries(cpuInMsPerCase).filter(([name]) => name !== 'bench' || side === 'bare');
  return parts.reduce((sum, [, ms]) => sum + ms, 0);
}

function cpuParts({ cpuInMsPerCase, side }: Cell): string {
  const name = (process: string) =>
    process === 'bench' ? (side === 'bare' ? 'client' : '(besides: clients and mail catcher)') : process;
  return Object.entries(cpuInMsPerCase)
    .map(([process, ms]) => `${name(process)} ${ms.toFixed(0)}`)
    .join(', ');
}

function storesInKB({ documents, files, mongoOnDisk, temporalOnDisk }: Stored): string[] {
  return [documents, files, mongoOnDisk, temporalOnDisk].map(kB);
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)];
}
