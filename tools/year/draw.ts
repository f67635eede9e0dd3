import { createHash } from 'node:crypto';

/** Chances that depend only on the seed and on what is decided, never on what was decided before. */
export interface Draw {
  /** The chances of a part of this. */
  of(what: string): Draw;
  /** From 0 up to 1. */
  share(what: string): number;
  /** True with this probability. */
  chance(what: string, probability: number): boolean;
  /** A whole number from the first up to and with the second. */
  whole(what: string, from: number, to: number): number;
  oneOf<Item>(what: string, items: readonly Item[]): Item;
  /** One of the names, each as likely as its weight says. */
  weighted<Name extends string>(what: string, weights: Readonly<Record<Name, number>>): Name;
}

const BYTES = 6;
const POSSIBLE = 2 ** (8 * BYTES);

/** The chances of a seed. */
export function drawOf(seed: string): Draw {
  const share = (what: string) =>
    createHash('sha256').update(`${seed}/${what}`).digest().readUIntBE(0, BYTES) / POSSIBLE;
  const whole = (what: string, from: number, to: number) => from + Math.floor(share(what) * (to - from + 1));
  return {
    of: (what) => drawOf(`${seed}/${what}`),
    share,
    whole,
    chance: (what, probability) => share(what) < probability,
    oneOf(what, items) {
      const item = items[whole(what, 0, items.length - 1)];
      if (item === undefined) throw new Error(`nothing to choose from: ${what}`);
      return item;
    },
    weighted<Name extends string>(what: string, weights: Readonly<Record<Name, number>>): Name {
      const names = Object.keys(weights) as Name[];
      let left = share(what) * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      throw new Error(`no weights: ${what}`);
    },
  };
}
