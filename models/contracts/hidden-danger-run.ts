import type { DangerJudgement, DangerRequest } from './hidden-danger-forms';
import type { WithMeasures } from './measures';
import type { Text } from './text';

/** What a hidden danger came to, for the procedure that opened it. */
export type DangerResult = {
  readonly severity: DangerJudgement['severity'];
  readonly solved: boolean;
  readonly summary: string;
};

/** The state of a hidden danger of its own. */
export interface DangerData extends WithMeasures {
  readonly request: DangerRequest;
  /** Names of what its forms refer to. */
  names: Readonly<Record<string, string>>;
  severity: DangerJudgement['severity'] | null;
  /** The major maintenance that a severe one was handed to, and what that came to; null where there was none, or it goes on. */
  major: { readonly caseId: string; readonly solved: boolean | null; readonly summary: string } | null;
  /** Why the major maintenance could not be opened last, the which time, and with what; null where that was not tried. */
  refused: { readonly time: number; readonly why: Text; readonly form: Readonly<Record<string, unknown>> } | null;
  measures: WithMeasures['measures'];
  result: DangerResult | null;
}
