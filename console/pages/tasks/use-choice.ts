import { useState } from 'react';

/** Some of the tasks of a list, by their ids. */
export interface Choice {
  readonly ids: readonly string[];
  readonly isFull: boolean;
  readonly toggle: (id: string) => void;
  /** These, as many as may be chosen. */
  readonly set: (ids: readonly string[]) => void;
}

const MOST = 50;

/** Chooses up to fifty tasks. */
export function useChoice(): Choice {
  const [ids, setIds] = useState<readonly string[]>([]);
  return {
    ids,
    isFull: ids.length >= MOST,
    toggle: (id) =>
      setIds((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(0, MOST))),
    set: (some) => setIds(some.slice(0, MOST)),
  };
}
