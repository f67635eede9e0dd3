import { useSyncExternalStore } from 'react';

const STILL = '(prefers-reduced-motion: reduce)';

/** True for somebody whose system asks pages not to move things about. */
export function usePrefersStill(): boolean {
  return useSyncExternalStore(onChange, () => matchMedia(STILL).matches);
}

function onChange(tell: () => void): () => void {
  const query = matchMedia(STILL);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}
