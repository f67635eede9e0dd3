import { processOf } from '../../../models/contracts/processes';
import type { JournalKind } from '../../../models/contracts/record';
import type { Language, Text } from '../../../models/contracts/text';
import { waitingSentence } from '../../../models/contracts/waiting';
import type { Database } from '../../../models/db';
import type { Diary } from './diary';

const COUNTED: readonly (readonly [JournalKind, Text])[] = [
  ['case-started', { zh: '发起', en: 'started' }],
  ['task-completed', { zh: '办理', en: 'done' }],
  ['reminded', { zh: '催办', en: 'reminders' }],
  ['handed-over', { zh: '移交', en: 'handed over' }],
  ['told', { zh: '报告', en: 'told' }],
  ['task-expired', { zh: '超过最后期限', en: 'expired' }],
  ['clock-paused', { zh: '暂停计时', en: 'clocks paused' }],
  ['calendar-changed', { zh: '期限随日历重新计算', en: 'deadlines counted anew' }],
  ['case-closed', { zh: '结束', en: 'ended' }],
];

/** The end of the diary: how often what happened, and what is still open and why. */
export async function closingWords(db: Database, diary: Diary, timeZone: string, language: Language): Promise<string> {
  const counts = COUNTED.map(([kind, title]) => `${title[language]} ${diary.count(kind)}`);
  const open = await db.cases.find({ state: 'open' }).sort({ _id: 1 }).lean();
  const lines = open.map(({ _id, process: type, waiting, state }) => {
    const process = processOf(type);
    return `  ${_id}  ${process ? waitingSentence(waiting, { process, state, timeZone }, language) : ''}`;
  });
  const [sum, left] = language === 'zh' ? ['合计：', '未结：'] : ['In all: ', 'Still open: '];
  return `${sum}${counts.join(language === 'zh' ? '，' : ', ')}\n${left}${open.length}\n${lines.map((line) => `${line}\n`).join('')}`;
}
