import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** The next instant that the procedure waits for; `at` in milliseconds since 1970. */
export interface NextAlarm {
  readonly alarm: string;
  readonly at: number;
}

/** Which of the instants of a case comes next; null when it waits for none. */
export function nextAlarm({ alarms }: Pick<Progress<unknown>, 'alarms'>): NextAlarm | null {
  const pending = Object.entries(alarms).filter(([, { reachedAt }]) => reachedAt === null);
  const all = pending.map(([alarm, { at }]): NextAlarm => ({ alarm, at: Date.parse(at) }));
  return all.reduce<NextAlarm | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
}

/** An instant has come: it is noted, and the stage that waits for it goes on. */
export function reachAlarm(progress: Progress<unknown>, recorder: Recorder, { alarm, at }: NextAlarm): void {
  const pending = progress.alarms[alarm];
  if (!pending || pending.reachedAt !== null) return;
  recorder.happensAt(new Date(at).toISOString());
  pending.reachedAt = recorder.now();
  recorder.note('instant-reached', { details: { instant: alarm } });
}
