import { cpus } from 'node:os';
import type { AdmissionFigures } from './admission';
import type { FaultFigures } from './faults';
import type { Cell } from './measure/cell';
import { CPU_SOURCE } from './measure/cpu';
import { median } from './measure/statistics';
import type { Stored } from './measure/stores';
import type { BenchOptions } from './options';
import type { Recipe } from './recipe';
import type { PerCase, SideOfRound } from './round';

/** One alternating round. */
export interface Round {
  readonly bare: SideOfRound;
  readonly product: SideOfRound;
}

/** Everything that a run measured; what `--json` writes. */
export interface Figures {
  readonly at: string;
  readonly machine: { readonly cpus: number; readonly model: string; readonly node: string; readonly cpuTimes: string };
  readonly options: BenchOptions;
  readonly recipe: Recipe;
  readonly rounds: readonly Round[];
  /** The medians of the rounds. */
  readonly cells: readonly Cell[];
  readonly perCase: Readonly<Record<'bare' | 'product', PerCase>>;
  /** All stores when everything was done. */
  readonly stored: Stored;
  readonly admission: AdmissionFigures;
  readonly faults: FaultFigures;
  /** Cases per second of the product by those of the bare SDK, each at its best client count; the median of the rounds. */
  readonly ratio: number;
}

/** Sums up a run. */
export function figuresOf(
  measured: Pick<Figures, 'options' | 'recipe' | 'rounds' | 'stored' | 'admission' | 'faults'>,
): Figures {
  const { rounds, options } = measured;
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  return {
    at: new Date().toISOString(),
    machine: { cpus: cpus().length, model, node: process.version, cpuTimes: CPU_SOURCE },
    ...measured,
    cells: options.clients.flatMap((clients) =>
      (['bare', 'product'] as const).map((side) =>
        medianCell(rounds.flatMap((round) => round[side].cells.filter((cell) => cell.clients === clients))),
      ),
    ),
    perCase: { bare: medianPerCase(rounds, 'bare'), product: medianPerCase(rounds, 'product') },
    ratio: median(rounds.map(({ bare, product }) => best(product) / best(bare))),
  };
}

function best({ cells }: SideOfRound): number {
  return Math.max(...cells.map(({ casesPerSecond }) => casesPerSecond));
}

function medianCell(cells: readonly Cell[]): Cell {
  const [first] = cells;
  if (!first) throw new Error('nothing was measured');
  const of = (value: (cell: Cell) => number) => median(cells.map(value));
  const processes = Object.keys(first.cpuInMsPerCase);
  return {
    ...{ side: first.side, clients: first.clients, cases: of(({ cases }) => cases) },
    casesPerSecond: of(({ casesPerSecond }) => casesPerSecond),
    approveP50InMs: of(({ approveP50InMs }) => approveP50InMs),
    approveP99InMs: of(({ approveP99InMs }) => approveP99InMs),
    cpuInMsPerCase: Object.fromEntries(
      processes.map((name) => [name, of(({ cpuInMsPerCase }) => cpuInMsPerCase[name] ?? 0)]),
    ),
  };
}

function medianPerCase(rounds: readonly Round[], side: 'bare' | 'product'): PerCase {
  const of = (value: (perCase: PerCase) => number) => median(rounds.map((round) => value(round[side].perCase)));
  return {
    history: { events: of(({ history }) => history.events), bytes: of(({ history }) => history.bytes) },
    stored: {
      documents: of(({ stored }) => stored.documents),
      files: of(({ stored }) => stored.files),
      mongoOnDisk: of(({ stored }) => stored.mongoOnDisk),
      temporalOnDisk: of(({ stored }) => stored.temporalOnDisk),
    },
  };
}
