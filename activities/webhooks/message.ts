import { journalSentence, journalWords } from '../../models/contracts/journal-sentence';
import { processOf } from '../../models/contracts/processes';
import type { Language, Text } from '../../models/contracts/text';
import { EVENT_TITLES } from '../../models/contracts/webhook-formats';
import type { DeliveryRow } from '../../models/db';
import { instantInWords } from '../mail/due-time';
import { clip, oneLine, severalLines } from '../mail/one-line';
import type { MailLook } from '../mail/template';

const WORDS_IN_CHARACTERS = 500;

/** An event in words, for the people of a group; nothing in it is escaped. */
export interface GroupMessage {
  readonly title: string;
  readonly sentence: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly link: { readonly label: string; readonly url: string };
}

/** Words what a group robot says of an event, as the mails and the timeline of the case do. */
export function groupMessage(delivery: DeliveryRow, look: MailLook, language: Language): GroupMessage {
  const say = (text: Text) => text[language];
  const { kind, event } = delivery;
  const root = look.publicUrl.replace(/\/+$/, '');
  const tag = say(EVENT_TITLES[kind]);
  const { case: about, entry } = event;
  if (!about || !entry || kind === 'test')
    return {
      title: language === 'zh' ? `【${tag}】${look.companyName}` : `[${tag}] ${look.companyName}`,
      sentence: say({ zh: '群机器人已连接，将在此通报流程动态。', en: 'The robot is connected and will report here.' }),
      facts: [],
      link: { label: say({ zh: '打开系统', en: 'Open Opsflow' }), url: `${root}/` },
    };
  const process = processOf(about.process);
  const stepName = typeof entry.details.step === 'string' ? entry.details.step : (stepIn(entry.taskId) ?? '');
  const step = process?.steps[stepName];
  const sentence = journalSentence(
    { kind, ...entry },
    {
      language,
      timeZone: look.timeZone,
      stepOf: () => step?.title ?? null,
      clockOf: (clock) => process?.clocks?.[clock] ?? null,
      stageOf: (stage) => process?.stages[stage] ?? null,
      alarmOf: (alarm) => process?.alarms?.[alarm] ?? null,
      outcomeOf: () => outcomeOf(step?.outcomes, entry.details.outcome),
    },
  );
  const procedure = process ? say(process.title) : about.process;
  const rows: readonly (readonly [Text, string])[] = [
    [{ zh: '事项', en: 'Subject' }, about.subject],
    [{ zh: '客户', en: 'Customer' }, about.customer?.name ?? ''],
    [{ zh: '申请人', en: 'Applicant' }, about.applicant.name],
    [{ zh: '办理时限', en: 'Due' }, dueOf(entry.details, look.timeZone, language)],
    [{ zh: '意见', en: 'Words' }, clip(severalLines(journalWords({ kind, ...entry }, language)), WORDS_IN_CHARACTERS)],
  ];
  return {
    title: oneLine(language === 'zh' ? `【${tag}】${procedure} ${about.id}` : `[${tag}] ${procedure} ${about.id}`),
    sentence: oneLine(sentence),
    facts: rows.filter(([, value]) => value !== '').map(([label, value]) => [say(label), value] as const),
    link: {
      label: say({ zh: '查看流程', en: 'Open the case' }),
      url: `${root}/cases/${encodeURIComponent(about.id)}`,
    },
  };
}

/** Tasks are named after their step: `BF-20261121-0001.manager-review.1`. */
function stepIn(taskId: string | null): string | undefined {
  return taskId?.split('.')[1];
}

function outcomeOf(titles: Readonly<Record<string, Text>> | undefined, outcome: unknown): Text | null {
  return typeof outcome === 'string' ? (titles?.[outcome] ?? null) : null;
}

function dueOf(details: Readonly<Record<string, unknown>>, timeZone: string, language: Language): string {
  const { dueAt } = (details.deadline ?? {}) as { readonly dueAt?: unknown };
  return typeof dueAt === 'string' ? instantInWords(new Date(dueAt), timeZone, language) : '';
}
