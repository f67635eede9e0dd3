import type { Say } from '../say';

/** Order in which parts stop: who uses a server stops before it. */
export const STOPS = { product: 0, temporal: 1, mongo: 2, mail: 3, home: 4 } as const;

interface Part {
  readonly rank: number;
  readonly label: string;
  readonly stop: () => Promise<void>;
}

/** Remembers what has been started, and stops it in order, once. */
export class Teardown {
  private readonly parts: Part[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly say: Say) {}

  get hasBegun(): boolean {
    return this.running !== undefined;
  }

  /** What starts while everything stops is stopped at once. */
  add(rank: number, label: string, stop: () => Promise<void>): void {
    this.parts.push({ rank, label, stop });
    if (this.hasBegun) void stop();
  }

  async run(): Promise<void> {
    this.running ??= this.stopAll();
    return this.running;
  }

  private async stopAll(): Promise<void> {
    for (const rank of Object.values(STOPS)) {
      const parts = this.parts.filter((part) => part.rank === rank);
      const labels = parts.map(({ label }) => label).filter((label) => label !== '');
      if (labels.length > 0) this.say(`正在停止 ${labels.join('、')}（stopping）…`);
      await Promise.all(parts.map(({ stop }) => stop()));
    }
  }
}
