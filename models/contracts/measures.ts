import type { PersonName } from './people';

/** A measure, and how far it has come. */
export interface Measure {
  readonly what: string;
  readonly kind: 'corrective' | 'preventive';
  readonly owner: PersonName;
  /** ISO. */
  readonly due: string;
  /** Counts the times that it was carried out, from 1. */
  attempt: number;
  state: 'open' | 'done' | 'verified';
  /** Who carried it out last: somebody else verifies it. */
  doneBy: PersonName | null;
  /** Why it was sent back last. */
  refusal: string;
}

/** A measure as it was set. */
export interface MeasureSet {
  readonly what: string;
  readonly kind: 'corrective' | 'preventive';
  readonly owner: string;
  readonly due: string;
}

/** The state of a procedure that has measures carried out. */
export interface WithMeasures {
  readonly measures: readonly Measure[];
}
