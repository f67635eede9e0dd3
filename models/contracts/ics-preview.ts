import type { OpenRange } from './opening-hours';
import type { Text } from './text';

/** What an event of an ICS file would do to a calendar. */
export interface IcsEffect {
  readonly uid: string;
  readonly summary: string;
  readonly kind: 'off' | 'make-up' | 'nothing';
  /** Why it is taken so, or why it does nothing. */
  readonly because: Text;
  /** Clear enough to be ticked beforehand; everything else a person decides. */
  readonly isSuggested: boolean;
  readonly days: readonly IcsDayEffect[];
}

/** One day before and after an event is taken over. */
export interface IcsDayEffect {
  readonly date: string;
  readonly before: readonly OpenRange[];
  readonly after: readonly OpenRange[];
  readonly isChange: boolean;
}
