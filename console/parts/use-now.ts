import { useEffect, useState } from 'react';

const EVERY_MS = 30_000;

/** The present time in milliseconds, renewed every half minute unless more often is needed. */
export function useNow(everyMs = EVERY_MS): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
