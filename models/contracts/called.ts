import { filled } from './filled';
import type { Language, Text } from './text';

interface Duty {
  readonly shift: Text | null;
  readonly people: readonly { readonly name: string; readonly by: string }[];
}

/** Words about whom a duty roster called. */
export const CALLED_WORDS = {
  'duty.calledIn': { zh: '（值班：{shift}，{people}）', en: ' (on duty, {shift}: {people})' },
  'duty.calledTo': { zh: '（{people}）', en: ' ({people})' },
  'duty.called': { zh: '{name}，{by}', en: '{name}, {by}' },
  'duty.comma': { zh: '；', en: '; ' },
  'duty.nobodyLeft': { zh: '（没有其他人可呼叫，已再次提醒）', en: ' (nobody else is left; they were told once more)' },
  'duty.by.turn': { zh: '轮班', en: 'by turn' },
  'duty.by.day-off-turn': { zh: '休息日轮班', en: 'by turn on days off' },
  'duty.by.entry': { zh: '当日指定', en: 'entered for the day' },
  'duty.by.change': { zh: '替班', en: 'by a change' },
  'duty.by.manager': { zh: '无人值班，由团队负责人接手', en: 'as manager of the team, since nobody is on duty' },
} as const satisfies Record<string, Text>;

/** Whom the roster called, in which shift and by what, in brackets; empty for entries that tell of no roster. */
export function whoWasCalled(value: unknown, language: Language): string {
  const duty = (value ?? null) as Duty | null;
  if (duty === null) return '';
  const say = (key: keyof typeof CALLED_WORDS) => CALLED_WORDS[key][language];
  if (duty.people.length === 0) return say('duty.nobodyLeft');
  const people = duty.people.map(({ name, by }) => filled(say('duty.called'), { name, by: calledBy(by, language) }));
  const shift = duty.people.every(({ by }) => by === 'manager') ? '' : (duty.shift?.[language] ?? '');
  const gaps = { people: people.join(say('duty.comma')), shift };
  return filled(say(shift === '' ? 'duty.calledTo' : 'duty.calledIn'), gaps);
}

function calledBy(by: string, language: Language): string {
  const key = `duty.by.${by}`;
  return key in CALLED_WORDS ? CALLED_WORDS[key as keyof typeof CALLED_WORDS][language] : by;
}
