import type { Office } from './office';

/** Something that somebody will do; what it leads to, they do later. */
export interface Act {
  /** Ms since 1970, on a whole minute. */
  readonly at: number;
  /** Unlike any other's; of two at one instant the first by its name comes first. */
  readonly name: string;
  readonly run: (office: Office) => Promise<readonly Act[]>;
}

/** What is yet to be done, in the order in which it will be. */
export class Agenda {
  private readonly acts: Act[] = [];

  add(acts: readonly Act[]): void {
    for (const act of acts) {
      const place = this.acts.findIndex((other) => isBefore(act, other));
      this.acts.splice(place < 0 ? this.acts.length : place, 0, act);
    }
  }

  /** When the next one is; undefined when nobody has anything to do. */
  get nextAt(): number | undefined {
    return this.acts[0]?.at;
  }

  /** Takes the next one out, if it is due by then. */
  take(until: number): Act | undefined {
    return (this.nextAt ?? Infinity) <= until ? this.acts.shift() : undefined;
  }
}

function isBefore(one: Act, other: Act): boolean {
  return one.at < other.at || (one.at === other.at && one.name < other.name);
}
