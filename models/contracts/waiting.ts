import { assertNever, type CaseState, type Role } from '../codes';
import { taskTitle } from './outcomes';
import type { PersonName } from './people';
import type { ProcessContract } from './process';
import { processOf } from './processes';
import { ROLE_TITLES } from './roles';
import type { Tally } from './quorum';
import { tallyWords } from './quorum-words';
import type { Waiting } from './record';
import type { Substitute } from './task';
import type { Language, Text } from './text';
import { shownInstant } from './time';

/** Since when a clock stands still (ISO, UTC), and why. */
export interface Pause {
  readonly since: string;
  readonly reason: string;
  /** When it goes on by itself; missing where somebody lets it go on. */
  readonly until?: string | undefined;
}

/** In which shift somebody was called; or nobody is on duty, and whoever leads the team was. */
export interface OnDuty {
  readonly shift: Text | null;
  readonly isManager: boolean;
}

/** Somebody whose opinion another waits for before they vote (委派). */
export interface Asked {
  readonly to: PersonName;
  readonly by: PersonName;
}

/** What comes first of the ladders of a task: when (ISO, UTC), what, and to people of which role. */
export interface NextOfLadder {
  readonly at: string;
  readonly does: string;
  readonly to: string | null;
}

/** What a case waits for, with the people and instants known when it was recorded. */
export type WaitingRow =
  | {
      readonly kind: 'task';
      readonly taskId: string;
      readonly step: string;
      readonly assignee: PersonName | null;
      readonly candidates: readonly PersonName[];
      readonly isFallback: boolean;
      /** Who acts for those of them that are absent, and those for whom nobody may; missing in older rows. */
      readonly substitutes?: readonly Substitute[];
      readonly unserved?: readonly PersonName[];
      /** Whom the roster called last, where whoever is on duty does it. */
      readonly onDuty?: OnDuty;
      readonly dueAt: string | null;
      /** A holiday notice that is not out yet may move it; missing in older rows. */
      readonly isDueProvisional?: boolean;
      /** How the votes stand where several decide. */
      readonly tally?: Tally;
      /** Who waits for the opinion of the one that is asked (委派). */
      readonly delegatedBy?: PersonName;
      /** Who is asked what they think, and by which of those who vote; missing where nobody is, and in older rows. */
      readonly asked?: readonly Asked[];
      /** Since when its clock is paused, and why; missing in older rows. */
      readonly pause?: Pause | null;
      readonly next: NextOfLadder | null;
      /** Which of several things the step is asked about; missing where it is one. */
      readonly item?: Text;
      /** How many tasks of the case are open besides; missing where there is none. */
      readonly besides?: number;
    }
  | Exclude<Waiting, { kind: 'task' }>;

/** The states of a case, as people read them. */
export const STATE_TITLES: Readonly<Record<CaseState, Text>> = {
  open: { zh: '进行中', en: 'open' },
  completed: { zh: '已完成', en: 'completed' },
  'rolled-back': { zh: '已回退', en: 'rolled back' },
  joined: { zh: '已并入', en: 'joined to another' },
  rejected: { zh: '已驳回', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  expired: { zh: '已超时结束', en: 'expired' },
};

/** What the sentence is made of beside the waiting itself. */
export interface Telling {
  readonly process: ProcessContract;
  readonly state: CaseState;
  readonly timeZone: string;
}

/** One sentence: what the case waits for, who can end that, until when, and what happens then. Never empty. */
export function waitingSentence(waiting: WaitingRow, telling: Telling, language: Language): string {
  switch (waiting.kind) {
    case 'nothing':
      return language === 'zh'
        ? `流程${STATE_TITLES[telling.state].zh}。`
        : `The case is ${STATE_TITLES[telling.state].en}.`;
    case 'work': {
      const work = telling.process.works?.[waiting.doing]?.[language];
      if (work)
        return language === 'zh' ? `系统正在${work}，完成后自动继续。` : `The system is ${work} and goes on by itself.`;
      const document = telling.process.documents[waiting.doing]?.[language] ?? waiting.doing;
      return language === 'zh'
        ? `系统正在生成《${document}》，完成后自动继续。`
        : `The system is producing “${document}” and goes on by itself.`;
    }
    case 'case': {
      const title = processOf(waiting.process)?.title[language] ?? waiting.process;
      return language === 'zh'
        ? `等待${title} ${waiting.caseId} 结束。`
        : `Waiting for ${title} ${waiting.caseId} to end.`;
    }
    case 'instant': {
      const name = telling.process.alarms?.[waiting.name]?.[language] ?? waiting.name;
      const at = shownInstant(waiting.at, telling.timeZone, language);
      return language === 'zh' ? `等待${name}（${at}）。` : `Waiting for ${name} (${at}).`;
    }
    case 'task':
      return taskSentence(waiting, telling, language);
    default:
      return assertNever(waiting);
  }
}

/** Who acts for those who are absent, and those for whom nobody may. */
export type Absences = Pick<TaskWaiting, 'substitutes' | 'unserved'>;

type TaskWaiting = Extract<WaitingRow, { kind: 'task' }>;

function taskSentence(waiting: TaskWaiting, telling: Telling, language: Language): string {
  const step = taskTitle(telling.process, waiting.step, waiting.item)?.[language] ?? waiting.step;
  const due = waiting.dueAt === null ? '' : shownInstant(waiting.dueAt, telling.timeZone, language);
  const then = waiting.pause ? pausePart(waiting.pause, telling, language) : whatThen(waiting, telling, language);
  const does = waiting.tally ? vote(waiting, waiting.tally, step, language) : answer(waiting, step, language);
  const more = besides(waiting, language);
  if (language === 'zh') return `等待${does}${due && `，期限 ${due}`}${then && `；${then}`}${more}。`;
  return `Waiting for ${does}${due && `, due ${due}`}${then && `; ${then}`}${more}.`;
}

function besides({ besides: count }: TaskWaiting, language: Language): string {
  if (count === undefined) return '';
  return language === 'zh' ? `；另有 ${count} 项待办` : `; ${count} more ${count === 1 ? 'task is' : 'tasks are'} open`;
}

function answer(waiting: TaskWaiting, step: string, language: Language): string {
  const by = waiting.delegatedBy?.name;
  const who = whoWithWhy(waiting, language);
  if (language === 'zh') return by === undefined ? `${who}办理“${step}”` : `${who}答复${by}的委派“${step}”`;
  return by === undefined ? `${who} to do “${step}”` : `${who} to tell ${by} what they think of “${step}”`;
}

/** Those who vote, behind those whose opinion another of them waits for first. */
function vote(waiting: TaskWaiting, tally: Tally, step: string, language: Language): string {
  const { assignee, delegatedBy, asked = assignee && delegatedBy ? [{ to: assignee, by: delegatedBy }] : [] } = waiting;
  const votes = tallyWords(tally)[language];
  const hasVoters = asked.length === 0 || (!delegatedBy && waiting.candidates.length > 0);
  const voters = hasVoters ? [whoWithWhy(waiting, language)] : [];
  if (language === 'zh') {
    const answers = asked.map(({ to, by }) => `${to.name}答复${by.name}的委派`);
    return `${[...answers, ...voters.map((who) => `${who}表决`)].join('，')}“${step}”（${votes}）`;
  }
  const what = hasVoters ? 'it' : `“${step}”`;
  const answers = asked.map(({ to, by }) => `${to.name} to tell ${by.name} what they think of ${what}`);
  return `${[...answers, ...voters.map((who) => `${who} to vote on “${step}”`)].join(' and for ')} (${votes})`;
}

function whoWithWhy(waiting: TaskWaiting, language: Language): string {
  return `${whoActs(waiting, language)}${whoIsOnDuty(waiting.onDuty, language)}${whoIsAbsent(waiting, language)}`;
}

function pausePart({ since, reason, until }: Pause, { timeZone }: Telling, language: Language): string {
  const at = shownInstant(since, timeZone, language);
  const end = until === undefined ? '' : shownInstant(until, timeZone, language);
  const why = reason.replaceAll(/\s+/g, ' ');
  if (language === 'zh') return `${at} 起暂停计时（${why}）${end && `，${end} 自动恢复`}`;
  return `its clock is paused since ${at} (${why})${end && ` and goes on by itself at ${end}`}`;
}

function whoActs(waiting: TaskWaiting, language: Language): string {
  if (waiting.assignee) return waiting.assignee.name;
  const names = waiting.candidates.slice(0, 3).map((person) => person.name);
  const count = waiting.candidates.length;
  const listed = names.join(language === 'zh' ? '、' : ', ');
  const who = count > 3 ? (language === 'zh' ? `${listed}等 ${count} 人` : `${listed} and ${count - 3} more`) : listed;
  if (!waiting.isFallback) return who;
  return language === 'zh'
    ? `系统管理员${who && `（${who}）`}（无人担任该步骤的角色）`
    : `the administrator${who && ` (${who})`} (nobody holds the step's role)`;
}

/** Who acts for those who are absent, and for whom nobody may, in brackets; empty where nobody is absent. */
export function whoIsAbsent({ substitutes = [], unserved = [] }: Absences, language: Language): string {
  const isZh = language === 'zh';
  const parts = [
    ...substitutes.map(({ name, forWhom }) =>
      isZh ? `${forWhom.name}缺勤，由${name}代办` : `${forWhom.name} is absent, ${name} acts in their place`,
    ),
    ...unserved.map(({ name }) =>
      isZh ? `${name}缺勤，代办人不能办理此步骤` : `${name} is absent, and their substitute may not do this step`,
    ),
  ];
  if (parts.length === 0) return '';
  return isZh ? `（${parts.join('；')}）` : ` (${parts.join('; ')})`;
}

/** That somebody was called because they are on duty, or because nobody is, in brackets; empty for all others. */
export function whoIsOnDuty(onDuty: OnDuty | undefined, language: Language): string {
  if (!onDuty) return '';
  const { shift, isManager } = onDuty;
  if (language === 'zh')
    return isManager ? '（无人值班，由团队负责人接手）' : `（值班${shift ? `，${shift.zh}` : ''}）`;
  return isManager
    ? ' (nobody else is on duty, so the manager of the team is)'
    : ` (on duty${shift ? `, ${shift.en}` : ''})`;
}

function whatThen({ next }: TaskWaiting, { timeZone }: Telling, language: Language): string {
  return next ? nextInWords(next, timeZone, language) : '';
}

/** What happens to a task that stays as it is, and when. */
export function nextInWords(next: NextOfLadder, timeZone: string, language: Language): string {
  const at = shownInstant(next.at, timeZone, language);
  const to = next.to === null ? '' : ROLE_TITLES[next.to as Role][language];
  const zh: Record<string, string> = {
    remind: '发出催办',
    'hand-over': `移交${to}`,
    tell: `报告${to}`,
    'call-next': '呼叫下一位值班人',
    'call-manager': '呼叫团队负责人',
    expire: '流程因超时结束',
    lapse: '按超时处理',
  };
  const en: Record<string, string> = {
    remind: 'a reminder is sent',
    'hand-over': `it is handed to the ${to}`,
    tell: `the ${to} is told`,
    'call-next': 'the next of the roster is called',
    'call-manager': 'the manager of the team is called',
    expire: 'the case expires',
    lapse: 'it counts as not done in time',
  };
  return language === 'zh' ? `${at} 起${zh[next.does] ?? ''}` : `at ${at} ${en[next.does] ?? ''}`;
}
