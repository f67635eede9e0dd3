import { defineUpdate } from '@temporalio/workflow';
import type { Transaction } from '../recipe';

/** What a bare case is given: its transactions, and how many updates and stub activities it takes. */
export interface BareInput {
  readonly caseId: string;
  readonly records: readonly Transaction[];
  readonly updates: number;
  readonly activities: number;
}

export const begin = defineUpdate<number>('begin');
export const step = defineUpdate<number, [string]>('step');
