import type { Language } from './text';

const UNITS = [
  { inMs: 86_400_000, zh: '天', en: 'd' },
  { inMs: 3_600_000, zh: '小时', en: 'h' },
  { inMs: 60_000, zh: '分钟', en: 'min' },
  { inMs: 1_000, zh: '秒', en: 's' },
] as const;
const DAY_IN_MS = UNITS[0].inMs;

/**
 * A length of time as people say it: `2 小时 15 分钟`, `2 h 15 min`. Parts of a second are left out. Open time is counted in
 * hours, never in days, because nobody knows how long a working day is.
 */
export function shownDuration(ms: number, time: 'open' | 'elapsed', language: Language): string {
  const units = UNITS.filter(({ inMs }) => time === 'elapsed' || inMs < DAY_IN_MS);
  let rest = Math.abs(ms);
  const parts = units.flatMap((unit) => {
    const count = Math.floor(rest / unit.inMs);
    rest -= count * unit.inMs;
    return count > 0 ? [`${count} ${unit[language]}`] : [];
  });
  const shown = parts.length > 0 ? parts.join(' ') : `0 ${UNITS[2][language]}`;
  return ms < 0 ? `-${shown}` : shown;
}
