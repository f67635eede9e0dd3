import type { Roster } from '../../api/types';

type Plan = NonNullable<Roster['roster']>;

/** A shift as a line of the form, with who takes turns in it. */
export interface ShiftLine {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly begins: string;
  readonly turns: readonly string[];
  readonly offTurns?: readonly string[];
}

/** A roster as the form holds it: the turns stand with their shifts. */
export interface RosterValues {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly calendarId: string;
  readonly shifts: readonly ShiftLine[];
  readonly from: string;
  readonly daysEach: number;
  readonly hasDaysOff: boolean;
  readonly offFrom: string;
  readonly offDaysEach: number;
  readonly entries: readonly { readonly date: string; readonly shift: string; readonly people?: readonly string[] }[];
}

/** What the form begins with: the roster, or an empty one that begins on a day. */
export function valuesOf(plan: Plan | null, today: string, calendarId: string): RosterValues {
  if (!plan)
    return {
      ...{ titleZh: '', titleEn: '', calendarId, from: today, daysEach: 1, entries: [] },
      ...{ hasDaysOff: false, offFrom: today, offDaysEach: 1 },
      shifts: [{ id: 'day', zh: '', en: '', begins: '08:30', turns: [], offTurns: [] }],
    };
  const { title, shifts, everyDay, daysOff, entries } = plan;
  return {
    ...{ titleZh: title.zh, titleEn: title.en, calendarId: plan.calendarId },
    ...{ from: everyDay.from, daysEach: everyDay.daysEach, entries },
    ...{ hasDaysOff: daysOff !== null, offFrom: daysOff?.from ?? everyDay.from, offDaysEach: daysOff?.daysEach ?? 1 },
    shifts: shifts.map(({ id, title: name, begins }) => ({
      ...{ id, zh: name.zh, en: name.en, begins },
      turns: everyDay.turns[id] ?? [],
      offTurns: daysOff?.turns[id] ?? [],
    })),
  };
}

/** The roster that the form holds. */
export function bodyOf(values: RosterValues): Plan {
  const { titleZh, titleEn, calendarId, shifts, from, daysEach, hasDaysOff, offFrom, offDaysEach, entries } = values;
  const ordered = [...shifts].sort((one, other) => one.begins.localeCompare(other.begins));
  const turns = (of: (line: ShiftLine) => readonly string[] | undefined) =>
    Object.fromEntries(ordered.map((line) => [line.id, [...(of(line) ?? [])]]));
  return {
    title: { zh: titleZh, en: titleEn },
    calendarId,
    shifts: ordered.map(({ id, zh, en, begins }) => ({ id, title: { zh, en }, begins })),
    everyDay: { from, daysEach, turns: turns((line) => line.turns) },
    daysOff: hasDaysOff ? { from: offFrom, daysEach: offDaysEach, turns: turns((line) => line.offTurns) } : null,
    entries: entries.map(({ date, shift, people = [] }) => ({ date, shift, people: [...people] })),
  };
}

/** A new line, under an id that no other shift has. */
export function newShift(shifts: readonly Pick<ShiftLine, 'id'>[]): ShiftLine {
  let number = shifts.length + 1;
  while (shifts.some(({ id }) => id === `shift-${number}`)) number += 1;
  return { id: `shift-${number}`, zh: '', en: '', begins: '20:30', turns: [], offTurns: [] };
}

/** Where the form shows a fault of the roster. */
export function placeOf(path: readonly (string | number)[], { shifts }: RosterValues): readonly (string | number)[] {
  const [part, second, third, last] = path;
  const at = (id: unknown) =>
    Math.max(
      0,
      shifts.findIndex((line) => line.id === id),
    );
  if (part === 'title') return [second === 'zh' ? 'titleZh' : 'titleEn'];
  if (part === 'shifts' && third === 'title') return ['shifts', Number(second), last ?? 'zh'];
  if (part === 'shifts') return ['shifts', Number(second), third === 'begins' ? 'begins' : 'zh'];
  if (part === 'entries') return ['entries', Number(second), third ?? 'date'];
  if (part !== 'everyDay' && part !== 'daysOff') return path.slice(0, 1);
  const isOff = part === 'daysOff';
  if (second === 'turns') return ['shifts', at(third), isOff ? 'offTurns' : 'turns'];
  return [second === 'from' ? (isOff ? 'offFrom' : 'from') : isOff ? 'offDaysEach' : 'daysEach'];
}
