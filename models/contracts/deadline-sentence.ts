import type { CountedPause, CountedStretch, DeadlineReason, SpecialDays } from './deadline-reason';
import { shownDuration } from './duration';
import { pauseWords } from './pause-words';
import type { Language } from './text';
import { shownDay, shownInstant, shownTime } from './time';

const SHOWN_DAYS = 4;
const SHOWN_PAUSES = 3;
const MINUTE_IN_MS = 60_000;

/** Why a deadline is what it is, in one sentence; a long list of days is told by its first, its last and their number. */
export function deadlineSentence(reason: DeadlineReason, language: Language): string {
  const parts = [
    budgetPart(reason, language),
    daysPart(reason, language),
    ...reason.specialDays.map((days) => specialPart(days, language)),
    pausesPart(reason, language),
    endPart(reason, language),
    provisionalPart(reason, language),
  ].filter((part) => part !== '');
  return language === 'zh' ? `${parts.join('；')}。` : `${parts.join('; ')}.`;
}

function budgetPart(reason: DeadlineReason, language: Language): string {
  const budget = shownBudget(reason, language);
  const { time, timeBefore, calendar } = reason;
  const now = timePart(time, calendar, language);
  const before = timeBefore && timePart(timeBefore, calendar, language);
  if (language === 'zh') return `时限 ${budget}，${before ? `先按${before}、后按${now}` : `按${now}`}计算`;
  return `${budget} of ${before ? `${before} at first, then of ${now}` : now}`;
}

function timePart(time: DeadlineReason['time'], calendar: DeadlineReason['calendar'], language: Language): string {
  if (time === 'elapsed' || !calendar) return language === 'zh' ? '自然时间' : 'elapsed time';
  const { title, version } = calendar;
  return language === 'zh'
    ? `日历“${title.zh}”第 ${version} 版的工作时间`
    : `open time in the calendar “${title.en}”, version ${version}`;
}

function shownBudget({ budgetInMs, workingDays, time }: DeadlineReason, language: Language): string {
  const length = shownDuration(budgetInMs, time, language);
  if (workingDays === null) return length;
  if (language === 'zh') return `${workingDays} 个工作日，即 ${length}`;
  return `${workingDays} working day${workingDays === 1 ? '' : 's'}, that is ${length}`;
}

function daysPart(reason: DeadlineReason, language: Language): string {
  const days = byDay(reason);
  const isZh = language === 'zh';
  if (days.length === 0) return isZh ? '尚未计入时间' : 'nothing counted yet';
  const told = days.map((day) => dayPart(day, reason, language));
  if (reason.time === 'elapsed' || days.length <= SHOWN_DAYS) {
    return isZh ? `计入 ${told.join('，')}` : `counted ${told.join(', ')}`;
  }
  const [first, last] = [told[0] ?? '', told.at(-1) ?? ''];
  return isZh
    ? `计入 ${first}……${last}，共 ${days.length} 个工作日`
    : `counted ${first} … ${last}, ${days.length} working days in all`;
}

function byDay({ stretches, timeZone, time }: DeadlineReason): CountedStretch[][] {
  const days: CountedStretch[][] = [];
  for (const stretch of stretches) {
    const first = days.at(-1)?.[0];
    const isSameDay = first && shownDay(first.from, timeZone, 'en') === shownDay(stretch.from, timeZone, 'en');
    if (isSameDay && time === 'open') days.at(-1)?.push(stretch);
    else days.push([stretch]);
  }
  return days;
}

function dayPart(stretches: readonly CountedStretch[], reason: DeadlineReason, language: Language): string {
  const { timeZone, time } = reason;
  const sum = shownDuration(
    stretches.reduce((total, { ms }) => total + ms, 0),
    time,
    language,
  );
  const shown = stretches
    .map(({ from, to }) => rangePart(from, to, timeZone, time, language))
    .join(language === 'zh' ? '、' : ' and ');
  const length = language === 'zh' ? `（${sum}）` : ` (${sum})`;
  if (time === 'elapsed') return shown + length;
  return `${shownDay(stretches[0]?.from ?? '', timeZone, language)} ${shown}${length}`;
}

function rangePart(
  from: string,
  to: string,
  timeZone: string,
  time: DeadlineReason['time'],
  language: Language,
): string {
  if (time === 'elapsed') return `${shownInstant(from, timeZone, language)}–${shownInstant(to, timeZone, language)}`;
  // Midnight at the end of a day is its 24:00.
  const [start, end] = [shownTime(from, timeZone), shownTime(to, timeZone)];
  const isToMidnight = end === '00:00' && Date.parse(to) - Date.parse(from) >= MINUTE_IN_MS;
  return `${start}–${isToMidnight ? '24:00' : end}`;
}

function specialPart({ from, to, kind, title }: SpecialDays, language: Language): string {
  const days = from === to ? from : language === 'zh' ? `${from} 至 ${to}` : `${from} to ${to}`;
  const name = title?.[language] ?? '';
  const zh = {
    off: `${name}放假，不计`,
    'make-up': `${name}调休上班，照计`,
    exception: `${name || '特殊工作时间'}，按当日时段计`,
    closed: `${name || '休息'}，不计`,
  };
  const en = {
    off: `off (${name})`,
    'make-up': `make-up working day (${name})`,
    exception: `own hours${name && ` (${name})`}`,
    closed: `closed${name && ` (${name})`}`,
  };
  return language === 'zh' ? `${days} ${zh[kind]}` : `${days} ${en[kind]}`;
}

function pausesPart(reason: DeadlineReason, language: Language): string {
  const { pauses } = reason;
  if (pauses.length === 0) return '';
  const told = pauses.slice(0, SHOWN_PAUSES).map((pause) => pausePart(pause, reason, language));
  const more = pauses.length > SHOWN_PAUSES ? (language === 'zh' ? '等' : ', …') : '';
  const sum = shownDuration(
    pauses.reduce((total, { openInMs }) => total + (openInMs ?? 0), 0),
    reason.time,
    language,
  );
  return language === 'zh'
    ? `暂停 ${pauses.length} 次（${told.join('，')}${more}），共 ${sum}不计`
    : `paused ${pauses.length === 1 ? 'once' : `${pauses.length} times`} (${told.join(', ')}${more}), ${sum} not counted`;
}

function pausePart({ from, to, reason }: CountedPause, { timeZone }: DeadlineReason, language: Language): string {
  const why = pauseWords(reason, language);
  const begin = shownInstant(from, timeZone, language);
  if (to === null) return language === 'zh' ? `${begin} 起，${why}` : `since ${begin}: ${why}`;
  return `${begin}–${shownInstant(to, timeZone, language)}${language === 'zh' ? '，' : ': '}${why}`;
}

function endPart(reason: DeadlineReason, language: Language): string {
  const isZh = language === 'zh';
  if (reason.dueAt !== null)
    return `${isZh ? '到期 ' : 'due '}${shownInstant(reason.dueAt, reason.timeZone, language)}`;
  const counted = reason.stretches.reduce((total, { ms }) => total + ms, 0);
  const left = shownDuration(reason.budgetInMs - counted, reason.time, language);
  return isZh ? `计时已停，尚余 ${left}` : `the clock stands still with ${left} left`;
}

function provisionalPart(reason: DeadlineReason, language: Language): string {
  if (!reason.isProvisional) return '';
  return language === 'zh'
    ? '其间有节假日安排尚未公布的日子，此期限为暂定'
    : 'provisional: the holidays of some of these days are not published yet';
}
