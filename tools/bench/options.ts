import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How long and how often the bench measures. */
export interface BenchOptions {
  /** Each round measures the bare SDK and the product once at every client count. */
  readonly rounds: number;
  /** How long clients begin new cases in one measurement. */
  readonly seconds: number;
  readonly clients: readonly number[];
  /** As many clients as the product lets write at once. */
  readonly admitted: number;
  /** How many clients are more than that. */
  readonly crowd: number;
  /** Settings of the product while its admission is measured. */
  readonly admission: Readonly<Record<string, string>>;
  /** How many people decide on one step at the same moment. */
  readonly peopleOnOneStep: number;
  /** How many faults are open while how many more arrive at what pace, and how long after its start each has a reminder due. */
  readonly faults: {
    readonly open: number;
    readonly arriving: number;
    readonly everyInMs: number;
    readonly remindAfterInMs: number;
  };
  /** Where all figures are written as JSON. */
  readonly json: string | undefined;
  /** Folder for CPU profiles of the product's processes, for Chrome's developer tools. */
  readonly profile: string | undefined;
}

const FULL = {
  ...{ rounds: 3, seconds: 16, clients: [1, 8, 16] },
  ...{ admitted: 16, crowd: 64, peopleOnOneStep: 50, admission: {} },
  faults: { open: 500, arriving: 50, everyInMs: 1_000, remindAfterInMs: 300_000 },
};
const QUICK = {
  ...{ rounds: 1, seconds: 2, clients: [1, 2] },
  ...{ admitted: 1, crowd: 6, peopleOnOneStep: 5, admission: { CASES_AT_ONCE: '1', CASES_QUEUED: '1' } },
  faults: { open: 4, arriving: 2, everyInMs: 500, remindAfterInMs: 9_000 },
};

/** What `npm run bench -- --help` says. */
export const USAGE = `npm run bench -- [options]
  --quick            one short round at 1 and 2 clients, to see that it works; its ratio says nothing
  --rounds N         alternating rounds (${FULL.rounds}); the ratio is their median
  --seconds N        length of one measurement (${FULL.seconds})
  --clients N,N,…    client counts (${FULL.clients.join(',')})
  --json FILE        write all figures as JSON, to compare runs
  --profile DIR      write CPU profiles of the product's API and worker (slows them: the ratio says little)`;

/** Reads the options of a run; throws where they make no sense. Undefined when only help was asked for. */
export function optionsOf(args: readonly string[]): BenchOptions | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { quick: flag, help: flag, rounds: text, seconds: text, clients: text, json: text, profile: text },
  });
  if (values.help) return undefined;
  const standard = values.quick ? QUICK : FULL;
  return {
    ...standard,
    rounds: values.rounds === undefined ? standard.rounds : count('rounds', values.rounds),
    seconds: values.seconds === undefined ? standard.seconds : count('seconds', values.seconds),
    clients:
      values.clients === undefined ? standard.clients : values.clients.split(',').map((n) => count('clients', n)),
    json: values.json,
    profile: values.profile === undefined ? undefined : resolve(values.profile),
  };
}

function count(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1 on\n${USAGE}`);
  return value;
}
