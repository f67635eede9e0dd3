import type { OpenDay } from '../../models/calendar/open-calendar';
import type { TaskRow } from '../../models/db';
import type { Act } from './agenda';
import type { Draw } from './draw';
import type { Office } from './office';

/** What somebody answers to a task, as the API takes it. */
export interface Answer {
  readonly outcome: string;
  readonly comment?: string;
  readonly returnTo?: string;
  readonly form: Readonly<Record<string, unknown>>;
}

/** Somebody who has come to a task, on a day (`2026-10-09`). */
export interface Visit {
  readonly task: TaskRow;
  readonly personName: string;
  readonly day: string;
  readonly draw: Draw;
}

/** How the people of one procedure behave; when they come to their tasks is the same for all procedures. */
export interface YearProcedure {
  /** The type of its cases. */
  readonly process: string;
  /** What the company has set up before the first day. */
  prepare?(office: Office): Promise<void>;
  /** What begins on a day, be it by people or by itself. */
  arrivals(day: OpenDay, draw: Draw): readonly Act[];
  /** What whoever does a step may have to wait for at the customer's first, by step. */
  readonly waitsFor: Readonly<Record<string, string>>;
  /** What somebody answers who has come to a task. */
  answer(visit: Visit): Answer;
}
