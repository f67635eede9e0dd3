import { readFileSync } from 'node:fs';
import path from 'node:path';

// Reads the diary as a person with the holiday notice would, without any code of the product.
const DAYS_OFF = /^2026-(09-2[567]|10-0[1-7])/;
const MAKE_UP_DAYS = ['2026-09-20', '2026-10-10'];
const PARTY = '2026-11-20';
const HEADING = /^(2026-\d\d-\d\d) /;
const LINE = /^ {2}(\d\d:\d\d(?::\d\d(?:\.\d+)?)?) {2}(BF-\d+-\d+) {2}([^“]*)“([^”]+)”(.*)$/;

interface Line {
  readonly day: string;
  readonly time: string;
  readonly clock: string;
  readonly before: string;
  readonly text: string;
}

function linesOf(diary: string): Line[] {
  let day = '';
  return diary.split('\n').flatMap((text) => {
    day = HEADING.exec(text)?.[1] ?? day;
    const [, time, caseId, before, title] = LINE.exec(text) ?? [];
    if (time === undefined || caseId === undefined || title === undefined) return [];
    return [{ day, time, clock: `${caseId} ${title}`, before: before ?? '', text }];
  });
}

function isDisturbing({ before, text }: Line): boolean {
  return /^(催办|移交|报告)/.test(before) || text.includes('”超过最后期限');
}

function isInOfficeHours({ day, time }: Line): boolean {
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  if (DAYS_OFF.test(day) || (isWeekend && !MAKE_UP_DAYS.includes(day))) return false;
  const isIn = (from: string, to: string) => from <= time && time <= to;
  return isIn('08:30', '12:00') || (day !== PARTY && isIn('13:30', '18:00'));
}

describe('the golden diary of autumn 2026', () => {
  const diary = readFileSync(path.join(__dirname, '../year/golden/2026-autumn.txt'), 'utf8');
  const lines = linesOf(diary);
  const disturbing = lines.filter(isDisturbing);

  test('disturbs people often, and never outside office hours', () => {
    expect(disturbing.length).toBeGreaterThan(100);
    expect(disturbing.filter((line) => !isInOfficeHours(line))).toEqual([]);
  });

  test('tells of clocks that were paused before 国庆 and went on after it, and of no disturbance meanwhile', () => {
    const pauses = lines.flatMap((line, index) => {
      if (!line.before.endsWith('暂停')) return [];
      const later = lines.slice(index + 1).filter(({ clock }) => clock === line.clock);
      const end = later.findIndex(({ before }) => before.endsWith('恢复'));
      return [{ from: line.day, to: later[end]?.day, meanwhile: later.slice(0, end < 0 ? undefined : end) }];
    });
    expect(pauses.filter(({ from, to }) => from < '2026-10-01' && (to ?? '') > '2026-10-07')).not.toHaveLength(0);
    expect(pauses.flatMap(({ meanwhile }) => meanwhile.filter(isDisturbing))).toEqual([]);
  });

  test('has deadlines that fall on the last minute of a day, across the make-up Saturday, and provisional ones', () => {
    expect(diary).toContain('2026-10-10 周六　国庆节调休上班\n');
    expect(diary).toContain('2026-10-10 国庆节调休上班，照计');
    expect(disturbing.some(({ time }) => time === '18:00')).toBe(true);
    expect(diary).toContain('（暂定）');
  });
});
