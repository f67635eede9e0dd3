import type { Fault } from '../../api/types';
import { Due } from '../../parts/due';
import { useLanguage } from '../../words/use-language';

type Clock = Fault['clocks'][number];

/** The clocks of a fault: what is left of those that run, and how those that are stopped ended. */
export function FaultClocks({ row: { clocks } }: { readonly row: Fault }) {
  return (
    <>
      {clocks.map((clock) => (
        <div key={clock.name}>
          <FaultClock clock={clock} />
        </div>
      ))}
    </>
  );
}

function FaultClock({
  clock: { title, dueAt, isStopped, pause, breachedAt, isProvisional },
}: {
  readonly clock: Clock;
}) {
  const { say, pick } = useLanguage();
  const isLate = breachedAt !== null;
  if (isStopped)
    return (
      <span className={isLate ? 'overdue' : 'quiet'}>
        {say(isLate ? 'fault.missed' : 'fault.met', { clock: pick(title) })}
      </span>
    );
  return (
    <>
      <span className="quiet">{pick(title)}</span> <Due at={dueAt} isOpen isProvisional={isProvisional} pause={pause} />
    </>
  );
}
