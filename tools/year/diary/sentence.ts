import { budgetInMsOf, instantOfShare, usedInMs } from '../../../models/calendar/clock';
import { whyThisDeadline } from '../../../models/calendar/why';
import type { Outcome, Role } from '../../../models/codes';
import { deadlineSentence } from '../../../models/contracts/deadline-sentence';
import { shownDuration } from '../../../models/contracts/duration';
import { outcomeTitle } from '../../../models/contracts/outcomes';
import type { JournalKind } from '../../../models/contracts/record';
import { ROLE_TITLES } from '../../../models/contracts/roles';
import type { Language, Text } from '../../../models/contracts/text';
import { shownInstant } from '../../../models/contracts/time';
import { STATE_TITLES } from '../../../models/contracts/waiting';
import type { Told } from './told';

type Sentence = (told: Told, language: Language) => Text;

/** What the diary says of an entry; null where it says nothing. A kind that it does not know yet is shown by its name. */
export function sentenceOf(told: Told, language: Language): string | null {
  const { kind } = told.entry;
  if (UNTOLD.includes(kind)) return null;
  const sentence = SENTENCES[kind];
  return sentence ? sentence(told, language)[language] : `${kind} ${stepOf(told, language)}`.trim();
}

const UNTOLD: readonly JournalKind[] = ['stage-entered', 'device-scrapped', 'clock-started', 'clock-stopped'];

const SENTENCES: Partial<Record<JournalKind, Sentence>> = {
  'case-started': ({ entry, process, ofCase }) => ({
    zh: `${by(entry)}发起${process.title.zh}：${ofCase.subject}，${ofCase.customer?.name ?? ''}`,
    en: `${by(entry)}started ${process.title.en}: ${ofCase.subject}, ${ofCase.customer?.name ?? ''}`,
  }),
  'task-opened': (told, language) => ({
    zh: `“${stepOf(told, language)}”送达${people(told)}${dueOf(told, language)}`,
    en: `“${stepOf(told, language)}” came to${people(told)}${dueOf(told, language)}`,
  }),
  'task-claimed': (told, language) => ({
    zh: `${by(told.entry)}接手“${stepOf(told, language)}”`,
    en: `${by(told.entry)}took “${stepOf(told, language)}”`,
  }),
  'task-completed': (told, language) => ({
    zh: `${by(told.entry)}办理“${stepOf(told, language)}”：${outcomeOf(told, language)}${usedOf(told, language)}`,
    en: `${by(told.entry)}did “${stepOf(told, language)}”: ${outcomeOf(told, language)}${usedOf(told, language)}`,
  }),
  'task-withdrawn': (told, language) => ({
    zh: `“${stepOf(told, language)}”撤销`,
    en: `“${stepOf(told, language)}” was withdrawn`,
  }),
  reminded: (told, language) => ({
    zh: `催办${people(told)}：“${stepOf(told, language)}”${whyOf(told, language)}`,
    en: `Reminded${people(told)}: “${stepOf(told, language)}”${whyOf(told, language)}`,
  }),
  'handed-over': (told, language) => ({
    zh: `移交${roleOf(told, language)}${people(told)}：“${stepOf(told, language)}”${whyOf(told, language)}`,
    en: `Handed over to ${roleOf(told, language)}${people(told)}: “${stepOf(told, language)}”${whyOf(told, language)}`,
  }),
  told: (told, language) => ({
    zh: `报告${roleOf(told, language)}${people(told)}：“${stepOf(told, language)}”${whyOf(told, language)}`,
    en: `Told ${roleOf(told, language)}${people(told)}: “${stepOf(told, language)}”${whyOf(told, language)}`,
  }),
  'task-expired': (told, language) => ({
    zh: `“${stepOf(told, language)}”超过最后期限${whyOf(told, language)}`,
    en: `“${stepOf(told, language)}” has expired${whyOf(told, language)}`,
  }),
  'clock-breached': (told, language) => ({
    zh: `“${stepOf(told, language)}”超过时限，计入考核`,
    en: `“${stepOf(told, language)}” is over its time, which is counted`,
  }),
  'clock-expired': (told, language) => ({
    zh: `“${stepOf(told, language)}”超过最后期限${whyOf(told, language)}`,
    en: `“${stepOf(told, language)}” has expired${whyOf(told, language)}`,
  }),
  'clock-paused': (told, language) => ({
    zh: `${by(told.entry)}暂停“${stepOf(told, language)}”的计时${reasonOf(told, language)}${usedOf(told, language)}`,
    en: `${by(told.entry)}paused the clock of “${stepOf(told, language)}”${reasonOf(told, language)}${usedOf(told, language)}`,
  }),
  'clock-resumed': (told, language) => ({
    zh: `${by(told.entry)}恢复“${stepOf(told, language)}”的计时${usedOf(told, language)}${dueOf(told, language)}`,
    en: `${by(told.entry)}resumed the clock of “${stepOf(told, language)}”${usedOf(told, language)}${dueOf(told, language)}`,
  }),
  'calendar-changed': (told, language) => ({
    zh: `日历改为第 ${versionOf(told)} 版${movedOf(told, language)}`,
    en: `The calendar is now version ${versionOf(told)}${movedOf(told, language)}`,
  }),
  returned: ({ entry, process }) => ({
    zh: `退回到“${process.stages[text(entry.details.to)]?.zh ?? ''}”`,
    en: `Sent back to “${process.stages[text(entry.details.to)]?.en ?? ''}”`,
  }),
  'document-filed': ({ entry }) => ({
    zh: `生成《${text(entry.details.title)}》`,
    en: `Filed “${text(entry.details.title)}”`,
  }),
  'case-closed': ({ entry }) => {
    const state = STATE_TITLES[text(entry.details.state) as keyof typeof STATE_TITLES];
    return { zh: `流程结束：${state.zh}`, en: `The case ended: ${state.en}` };
  },
};

function whyOf({ entry, clock, calendar }: Told, language: Language): string {
  const { atPercent } = entry.details;
  if (!clock || typeof atPercent !== 'number') return '';
  const why = deadlineSentence(whyThisDeadline(calendar, clock, atPercent), language);
  return language === 'zh'
    ? `，办理时限的 ${atPercent}%。因为：${why}`
    : `, ${atPercent}% of its time. Because: ${why}`;
}

function dueOf({ clock, calendar }: Told, language: Language): string {
  const due = clock ? instantOfShare(calendar, clock, 100) : null;
  if (!due) return '';
  const shown = shownInstant(new Date(due.at), calendar.version.timeZone, language);
  const provisional = due.isProvisional ? { zh: '（暂定）', en: ' (provisional)' }[language] : '';
  return language === 'zh' ? `，期限 ${shown}${provisional}` : `, due ${shown}${provisional}`;
}

function reasonOf({ entry: { by: person, details } }: Told, language: Language): string {
  // The clock of a whole case gives no other reason than the task that was paused with it.
  if (!person) return '';
  return language === 'zh' ? `（${text(details.reason)}）` : ` (${text(details.reason)})`;
}

function usedOf({ entry, clock, calendar }: Told, language: Language): string {
  if (!clock) return '';
  const ms = usedInMs(calendar, clock, Date.parse(entry.at));
  const percent = Math.round((ms / budgetInMsOf(calendar, clock)) * 100);
  const used = shownDuration(ms, clock.time, language);
  return language === 'zh' ? `，用时 ${used}（时限的 ${percent}%）` : `, after ${used} (${percent}% of its time)`;
}

interface Moved {
  readonly step?: string;
  readonly clock?: string;
  readonly was: string | null;
  readonly is: string | null;
}

function movedOf({ entry, process, calendar }: Told, language: Language): string {
  const moved = entry.details.deadlines as readonly Moved[];
  const shown = (at: string | null) => (at === null ? '—' : shownInstant(at, calendar.version.timeZone, language));
  return moved
    .map(({ step = '', clock = '', was, is }) => {
      const title = (process.steps[step]?.title ?? process.clocks?.[clock])?.[language] ?? '';
      const change =
        was === is ? `${shown(is)}${{ zh: '，不变', en: ', as before' }[language]}` : `${shown(was)} → ${shown(is)}`;
      return language === 'zh' ? `；“${title}”期限 ${change}` : `; “${title}” due ${change}`;
    })
    .join('');
}

function versionOf({ entry }: Told): number {
  return (entry.details.to as { version: number }).version;
}

function outcomeOf({ entry, process }: Told, language: Language): string {
  const outcome = text(entry.details.outcome) as Outcome;
  return outcomeTitle(process, text(entry.details.step), outcome)[language];
}

function stepOf({ entry, process }: Told, language: Language): string {
  const name = text(entry.details.step) || text(entry.details.clock);
  return (process.steps[name]?.title ?? process.clocks?.[name])?.[language] ?? name;
}

function roleOf({ entry }: Told, language: Language): string {
  return ROLE_TITLES[text(entry.details.role) as Role][language];
}

function people({ recipients }: Told): string {
  return recipients.length === 0 ? '' : ` ${recipients.join('、')}`;
}

function by({ by: person }: Told['entry']): string {
  return person ? `${person.name} ` : '';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
