/** A file as somebody might write it, and the rule that it breaks. */
export interface Snippet {
  readonly because: string;
  readonly file: string;
  readonly code: string;
  /** The rule that the snippet breaks; null when it is as it should be. */
  readonly breaks: string | null;
}

/** What each rule of the house finds, and what it leaves alone. */
export const snippets: readonly Snippet[] = [
  {
    because: 'an async update validator wedges the workflow',
    file: 'workflows/snippet-validator.ts',
    code: `import { defineUpdate, setHandler } from '@temporalio/workflow';
      const decide = defineUpdate<string, [string]>('decide');
      export function register(): void {
        setHandler(decide, (outcome) => outcome, {
          validator: async (outcome) => {
            if (outcome === '') throw new Error('empty');
          },
        });
      }`,
    breaks: '@typescript-eslint/no-misused-promises',
  },
  {
    because: 'a synchronous validator is how it is done',
    file: 'workflows/snippet-good-validator.ts',
    code: `import { defineUpdate, setHandler } from '@temporalio/workflow';
      const decide = defineUpdate<string, [string]>('decide');
      export function register(): void {
        setHandler(decide, (outcome) => outcome, {
          validator: (outcome) => {
            if (outcome === '') throw new Error('empty');
          },
        });
      }`,
    breaks: null,
  },
  {
    because: 'nobody waits for the promise',
    file: 'worker/snippet-floating.ts',
    code: `export function stop(close: () => Promise<void>): void { close(); }`,
    breaks: '@typescript-eslint/no-floating-promises',
  },
  {
    because: 'a new member of the union must be decided',
    file: 'models/contracts/snippet-switch.ts',
    code: `export function word(outcome: 'approve' | 'reject'): string {
        switch (outcome) {
          case 'approve': return '同意';
        }
        return '';
      }`,
    breaks: '@typescript-eslint/switch-exhaustiveness-check',
  },
  {
    because: 'any turns the compiler off',
    file: 'api/snippet-any.ts',
    code: `export function read(body: any): unknown { return body as unknown; }`,
    breaks: '@typescript-eslint/no-explicit-any',
  },
  {
    because: 'any that comes from a library spreads just as well',
    file: 'api/snippet-unsafe.ts',
    code: `export function read(text: string): string { return JSON.parse(text).name as string; }`,
    breaks: '@typescript-eslint/no-unsafe-member-access',
  },
  {
    because: 'an enum is a value of its own kind',
    file: 'models/contracts/snippet-enum.ts',
    code: `export enum Outcome { Approve, Reject }`,
    breaks: 'house/no-enum',
  },
  {
    because: 'two workflows share the variable',
    file: 'workflows/snippet-let.ts',
    code: `let last = 0;
      export function next(): number { last += 1; return last; }`,
    breaks: 'house/no-module-state',
  },
  {
    because: 'an exported variable is one too',
    file: 'worker/snippet-exported-let.ts',
    code: `export let isStopping = false;
      export function stop(): void { isStopping = true; }`,
    breaks: 'house/no-module-state',
  },
  {
    because: 'a cache at module level is state',
    file: 'activities/snippet-cache.ts',
    code: `const seen = new Set<string>();
      export function isNew(id: string): boolean { return !seen.has(id) && seen.add(id).has(id); }`,
    breaks: 'house/no-module-state',
  },
  {
    because: 'a filled constant is not state',
    file: 'activities/snippet-constant.ts',
    code: `const closed: ReadonlySet<string> = new Set(['closed', 'withdrawn']);
      export function isClosed(state: string): boolean { return closed.has(state); }`,
    breaks: null,
  },
  {
    because: 'settings are read in one place',
    file: 'api/snippet-environment.ts',
    code: `export function port(): string | undefined { return process.env['PORT']; }`,
    breaks: 'house/no-environment',
  },
  {
    because: 'a main file hands the environment to readConfig',
    file: 'worker/main.ts',
    code: `export function environment(): NodeJS.ProcessEnv { return process.env; }`,
    breaks: null,
  },
  {
    because: 'the record is a function of its arguments',
    file: 'activities/record/snippet-now.ts',
    code: `export function stamp(): number { return Date.now(); }`,
    breaks: 'house/no-clock',
  },
  {
    because: 'so is the calendar',
    file: 'activities/calendar/snippet-date.ts',
    code: `export function today(): Date { return new Date(); }`,
    breaks: 'house/no-clock',
  },
  {
    because: 'an instant that was passed in is no clock',
    file: 'activities/calendar/snippet-given.ts',
    code: `export function hourOf(at: string): number { return new Date(at).getUTCHours(); }`,
    breaks: null,
  },
  {
    because: 'a waiting case costs no events',
    file: 'workflows/snippet-polling.ts',
    code: `import { sleep } from '@temporalio/workflow';
      export async function waitFor(isDone: () => boolean): Promise<void> {
        while (!isDone()) await sleep('1 minute');
      }`,
    breaks: 'house/no-polling',
  },
  {
    because: 'contracts know no database',
    file: 'models/contracts/snippet-mongoose.ts',
    code: `import { Schema } from 'mongoose';
      export const schema = new Schema({});`,
    breaks: 'house/layers',
  },
  {
    because: 'contracts know no Node',
    file: 'models/contracts/snippet-node.ts',
    code: `import { createHash } from 'node:crypto';
      export function hash(text: string): string { return createHash('sha256').update(text).digest('hex'); }`,
    breaks: 'house/layers',
  },
  {
    because: 'zod doubles the workflow bundle',
    file: 'workflows/snippet-zod.ts',
    code: `import { z } from 'zod';
      export const name = z.string();`,
    breaks: 'house/layers',
  },
  {
    because: 'a contract in the workflow bundle brings zod along',
    file: 'workflows/human-task/snippet-contract.ts',
    code: `import { labelled } from '../../models/contracts/snippet-good';
      export const label = labelled('x');`,
    breaks: 'house/layers',
  },
  {
    because: 'types of contracts and activities cost nothing',
    file: 'workflows/human-task/snippet-types.ts',
    code: `import type { Label } from '../../models/contracts/snippet-good';
      export function textOf(label: Label): string { return label.text; }`,
    breaks: null,
  },
  {
    because: 'a contract imports contracts',
    file: 'models/contracts/snippet-good.ts',
    code: `import { z } from 'zod';
      const label = z.object({ text: z.string() });
      /** A label. */
      export type Label = z.infer<typeof label>;
      /** Makes one. */
      export function labelled(text: string): Label { return label.parse({ text }); }`,
    breaks: null,
  },
  {
    because: 'activities do not know the API',
    file: 'activities/mail/snippet-api.ts',
    code: `export { handle } from '../../api/snippet-route';`,
    breaks: 'house/layers',
  },
  {
    because: 'only the gateway talks to Temporal',
    file: 'api/snippet-route.ts',
    code: `import { WorkflowNotFoundError } from '@temporalio/client';
      export function handle(error: unknown): boolean { return error instanceof WorkflowNotFoundError; }`,
    breaks: 'house/layers',
  },
  {
    because: 'the gateway does',
    file: 'api/gateway-snippet.ts',
    code: `import { WorkflowNotFoundError } from '@temporalio/client';
      export function isGone(error: unknown): boolean { return error instanceof WorkflowNotFoundError; }`,
    breaks: null,
  },
  {
    because: 'the API does not run workflow code',
    file: 'api/snippet-workflow.ts',
    code: `export async function load(): Promise<unknown> { return import('../workflows/index'); }`,
    breaks: 'house/layers',
  },
  {
    because: 'the product runs without the embedded servers',
    file: 'worker/snippet-embedded.ts',
    code: `export * from '../embedded/snippet-servers';`,
    breaks: 'house/layers',
  },
  {
    because: 'tests may start the embedded servers',
    file: 'test/harness/snippet-servers.ts',
    code: `export * from '../../embedded/snippet-servers';`,
    breaks: null,
  },
  {
    because: 'the embedded servers may use the product',
    file: 'embedded/snippet-servers.ts',
    code: `export { port } from '../api/snippet-environment';`,
    breaks: null,
  },
];
