import type { CalendarRef } from './calendar';
import type { PersonName } from './people';
import type { SlaClock } from './sla-clock';
import type { WalkedRung } from './task';

/** A clock of the whole case, such as its response or its resolution, beside the clocks of its tasks. */
export interface CaseClock {
  readonly name: string;
  clock: SlaClock;
  ladder: WalkedRung[];
  /** Paused by the procedure itself, rather than because all its tasks are. */
  isHeld: boolean;
  /** The calendar that was in force when it was stopped, by which it stays measured; missing while it is not. */
  stoppedIn?: CalendarRef;
}

/** A deadline that was overrun; it stays, whatever comes later. */
export interface Breach {
  readonly clockId: string;
  readonly about: 'task' | 'case';
  /** The step of a task, the name of a clock of the case. */
  readonly name: string;
  readonly taskId: string | null;
  /** The deadline that was overrun, ISO. */
  readonly at: string;
}

/** An overrun as the monthly figures count it: against whom, and by how much was to be kept. */
export interface Overrun extends Breach {
  readonly stage: string;
  /** Who had it in hand; nobody where none had taken it. */
  readonly people: readonly PersonName[];
  readonly budgetInMs: number | null;
  readonly time: 'open' | 'elapsed';
}

/** A clock of the case as its row has it: with what the calendar made of it. */
export interface CaseClockRow extends CaseClock {
  /** Null while it stands still before its deadline. */
  readonly dueAt: string | null;
  readonly isProvisional: boolean;
  /** What it used of its budget in all; null as long as it is not stopped. */
  readonly usedInMs: number | null;
}
