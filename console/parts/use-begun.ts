import { useState } from 'react';

/** What is being edited: the version with which one began, whatever is read of it meanwhile. */
export interface Begun<Read> {
  readonly begun: Read;
  /** Something was changed and is not saved. */
  readonly isChanged: boolean;
  readonly change: () => void;
  /** What was changed is saved or given up: the newest that was read counts again. */
  readonly anew: () => void;
}

/** The newest that was read until something of it is changed, and from then on the version that was changed. */
export function useBegun<Read>(newest: Read): Begun<Read> {
  const [kept, setKept] = useState<{ readonly read: Read } | null>(null);
  return {
    begun: kept ? kept.read : newest,
    isChanged: kept !== null,
    change: () => setKept((before) => before ?? { read: newest }),
    anew: () => setKept(null),
  };
}
