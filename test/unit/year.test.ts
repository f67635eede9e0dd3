import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkJars } from '../../embedded/binaries/time-server';
import { chineseHolidays } from '../../models/calendar/holiday-rules';
import { openCalendar } from '../../models/calendar/open-calendar';
import { standardCalendars } from '../../models/calendar/standard-calendars';
import { sha256Of } from '../../models/hash';
import { Agenda, type Act } from '../../tools/year/agenda';
import { disturbsInPause, disturbsOutsideOpenHours } from '../../tools/year/diary/disturbing';
import { drawOf } from '../../tools/year/draw';
import { optionsOf } from '../../tools/year/options';
import { Stops } from '../../tools/year/stops';
import holidays from '../fixtures/holidays-2026.json';

describe('the options of npm run year', () => {
  test('are the year 2026 in Chinese unless somebody says otherwise', () => {
    expect(optionsOf([])).toEqual({
      ...{ from: '2026-01-01', to: '2026-12-31', seed: '2026', language: 'zh' },
      out: undefined,
    });
    expect(optionsOf(['--help'])).toBeUndefined();
  });

  test.each([
    ['--from 2026-02-30', /--from must be a day/],
    ['--to soon', /--to must be a day/],
    ['--from 2026-05-01 --to 2026-04-30', /before --from/],
    ['--to 2036-01-01', /more than three years/],
    ['--language de', /zh or en/],
    ['--seeds 7', /Unknown option '--seeds'/],
  ])('refuse %s', (given, why) => {
    expect(() => optionsOf(given.split(' '))).toThrow(why);
  });
});

describe('chances', () => {
  test('depend on the seed and on what is decided, not on what was decided before', () => {
    const first = drawOf('1');
    first.share('something else');
    expect(first.of('task').share('when')).toBe(drawOf('1').of('task').share('when'));
    expect(drawOf('2').of('task').share('when')).not.toBe(first.of('task').share('when'));
  });

  test('come out as often as their weights say', () => {
    const draw = drawOf('weights');
    const rare = Array.from({ length: 2_000 }, (_, turn) => draw.weighted(`turn ${turn}`, { often: 9, rarely: 1 }));
    const share = rare.filter((name) => name === 'rarely').length / rare.length;
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.13);
  });
});

describe('the agenda', () => {
  test('goes by the clock, and at one instant by name, however it was filled', () => {
    const act = (at: number, name: string): Act => ({ at, name, run: () => Promise.resolve([]) });
    const agenda = new Agenda();
    agenda.add([act(2, 'b'), act(3, 'a')]);
    agenda.add([act(1, 'z'), act(2, 'a')]);
    expect(agenda.nextAt).toBe(1);
    expect([agenda.take(2), agenda.take(2), agenda.take(2), agenda.take(2)].map((one) => one?.name)).toEqual([
      'z',
      'a',
      'b',
      undefined,
    ]);
  });
});

describe('the next stop', () => {
  test('is the first instant of any clock, until the case changes', () => {
    const stops = new Stops();
    const armed = (at: string) => [
      { id: 'T', dueAt: null, instants: [{ atPercent: 50, at }], calendar: '5x8@1', isProvisional: false },
    ];
    stops.note('BF-2', armed('2026-10-09T02:00:00Z'));
    stops.note('BF-1', armed('2026-10-09T01:00:00Z'));
    expect(stops.nextAfter(0)).toBe(Date.parse('2026-10-09T01:00:00Z'));
    expect(stops.changed().map(({ caseId }) => caseId)).toEqual(['BF-1', 'BF-2']);
    stops.note('BF-1', []);
    expect(stops.nextAfter(0)).toBe(Date.parse('2026-10-09T02:00:00Z'));
    expect(stops.nextAfter(Date.parse('2026-10-09T02:00:00Z'))).toBe(Infinity);
    expect(stops.changed()).toEqual([{ caseId: 'BF-1', afterSeq: 0 }]);
  });
});

describe('a deadline that disturbs people', () => {
  const { '5x8': office } = standardCalendars('Asia/Shanghai');
  const years = [holidays as Parameters<typeof chineseHolidays>[0][number]];
  const calendar = openCalendar({ ...office, id: '5x8', version: 1 }, chineseHolidays(years));
  const disturbs = (at: string, time: 'open' | 'elapsed' = 'open') =>
    disturbsOutsideOpenHours({ kind: 'reminded', at: new Date(`${at}+08:00`).toISOString() }, { time }, calendar);

  test.each([
    ['in the night', '2026-10-09T23:00', true],
    ['at lunch', '2026-10-09T12:30', true],
    ['during 国庆', '2026-10-07T10:00', true],
    ['on the make-up Saturday', '2026-10-10T10:00', false],
    ['at opening', '2026-10-09T08:30', false],
    ['on the closing minute', '2026-10-09T18:00', false],
    ['a millisecond after it', '2026-10-09T18:00:00.001', true],
  ])('%s', (_, at, expected) => {
    expect(disturbs(at)).toBe(expected);
  });

  test('may do so at any time where its time is elapsed time', () => {
    expect(disturbs('2026-10-07T03:00', 'elapsed')).toBe(false);
  });
});

describe('a paused clock', () => {
  const ran = (from: string, to: string | null) => ({ from, to, pauseReason: null });
  const clock = {
    intervals: [ran('2026-09-30T01:00:00.000Z', '2026-09-30T07:00:00.000Z'), ran('2026-10-12T01:00:00.000Z', null)],
  };
  const disturbs = (at: string) => disturbsInPause({ kind: 'reminded', at }, clock);

  test('disturbs nobody between the pause and the instant at which it goes on', () => {
    expect(disturbs('2026-10-09T03:00:00.000Z')).toBe(true);
    expect(disturbs('2026-09-30T07:00:00.000Z')).toBe(false);
    expect(disturbs('2026-10-12T01:00:00.000Z')).toBe(false);
    expect(disturbs('2026-10-12T05:00:00.000Z')).toBe(false);
  });
});

describe('the jars of the time-skipping server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'opsflow-jars-'));
  writeFileSync(path.join(folder, 'a.jar'), 'a');

  test('are taken only as they are known, and all of them', () => {
    const known = { 'a.jar': sha256Of('a') };
    expect(() => checkJars(folder, known)).not.toThrow();
    expect(() => checkJars(folder, { 'a.jar': sha256Of('b') })).toThrow(/a\.jar has sha256/);
    expect(() => checkJars(folder, { ...known, 'b.jar': sha256Of('b') })).toThrow(/did not bring b\.jar/);
    writeFileSync(path.join(folder, 'c.jar'), 'c');
    expect(() => checkJars(folder, known)).toThrow(/c\.jar has sha256 .* expected no such file/);
  });
});
