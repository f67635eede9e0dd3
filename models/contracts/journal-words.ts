import type { Text } from './text';

/** The sentences of the timeline, one for each kind of entry in a case's journal. */
export const JOURNAL_WORDS = {
  'journal.system': { zh: '系统', en: 'The system' },
  'journal.case-started': { zh: '{by} 发起了流程', en: '{by} started the case' },
  'journal.task-opened': { zh: '任务“{step}”已送达', en: 'The task “{step}” was opened' },
  'journal.task-claimed': { zh: '{by} 签收了“{step}”', en: '{by} claimed “{step}”' },
  'journal.task-transferred': {
    zh: '{by} 把“{step}”转给 {to}',
    en: '{by} handed “{step}” over to {to}',
  },
  'journal.task-delegated': {
    zh: '{by} 就“{step}”征求 {to} 的意见',
    en: '{by} asked {to} what they think of “{step}”',
  },
  'journal.delegation-answered': { zh: '{by} 就“{step}”给出意见', en: '{by} said what they think of “{step}”' },
  'journal.delegation-recalled': { zh: '{by} 收回了“{step}”的委派', en: '{by} took the question about “{step}” back' },
  'journal.nudged': { zh: '{by} 催办了“{step}”', en: '{by} asked for “{step}” to be done soon' },
  'journal.vote-cast': { zh: '{by} 对“{step}”表决：{outcome}', en: '{by} voted on “{step}”: {outcome}' },
  'journal.vote-withdrawn': { zh: '{by} 撤回了对“{step}”的表决', en: '{by} took their vote on “{step}” back' },
  'journal.voter-added': { zh: '{by} 请 {to} 参加“{step}”的表决', en: '{by} asked {to} to vote on “{step}”' },
  'journal.voter-removed': { zh: '{by} 减少了“{step}”的一个表决席位', en: '{by} took a seat of “{step}” away' },
  'journal.vote-decided': { zh: '“{step}”表决结束：{outcome}', en: 'The vote on “{step}” is decided: {outcome}' },
  'journal.vote-decided-by-removal': {
    zh: '{by} 减签后，“{step}”表决结束：{outcome}',
    en: 'The vote on “{step}” is decided, since {by} took a seat away: {outcome}',
  },
  'journal.task-completed': { zh: '{by} 办理了“{step}”：{outcome}', en: '{by} did “{step}”: {outcome}' },
  'journal.task-withdrawn': { zh: '任务“{step}”已撤销', en: 'The task “{step}” was withdrawn' },
  'journal.task-expired': { zh: '任务“{step}”超过最后期限', en: 'The task “{step}” has expired' },
  'journal.reminded': { zh: '已催办“{step}”', en: 'A reminder of “{step}” was sent' },
  'journal.handed-over': { zh: '“{step}”已移交给{role}', en: '“{step}” was handed over to: {role}' },
  'journal.duty-called': {
    zh: '“{step}”无人接单或跟进，已呼叫下一位',
    en: '“{step}” was not taken in hand in time; the next was called',
  },
  'journal.clock-started': { zh: '“{step}”开始计时', en: 'The clock of “{step}” has started' },
  'journal.clock-paused': { zh: '{by} 暂停了“{step}”的计时', en: '{by} paused the clock of “{step}”' },
  'journal.clock-resumed': { zh: '{by} 恢复了“{step}”的计时', en: '{by} let the clock of “{step}” go on' },
  'journal.paused-until': {
    zh: '{by} 暂停了“{step}”的计时，至 {until}',
    en: '{by} paused the clock of “{step}” until {until}',
  },
  'journal.pause-over': {
    zh: '暂停时间已到，“{step}”恢复计时',
    en: 'The pause is over; the clock of “{step}” goes on',
  },
  'journal.clock-stopped': { zh: '“{step}”停止计时', en: 'The clock of “{step}” was stopped' },
  'journal.clock-budget-changed': { zh: '“{step}”的时限已变更', en: 'The time allowed for “{step}” was changed' },
  'journal.clock-breached': { zh: '“{step}”超过时限，已计入考核', en: '“{step}” is over its time, which is counted' },
  'journal.clock-expired': { zh: '“{step}”超过最后期限', en: '“{step}” has expired' },
  'journal.calendar-changed': {
    zh: '工作日历已更新为{calendar}，期限已重新计算',
    en: 'The calendar is now {calendar}; deadlines were counted anew',
  },
  'journal.substitute-called': {
    zh: '{person}缺勤，“{step}”转请代办',
    en: '{person} is absent; a substitute was called to “{step}”',
  },
  'journal.substitute-released': {
    zh: '{person}的“{step}”代办结束',
    en: 'Nobody acts for {person} on “{step}” any more',
  },
  'journal.for': { zh: '{by}（代 {forWhom}）', en: '{by} (for {forWhom})' },
  'journal.told': { zh: '“{step}”逾期，已报告{role}', en: '“{step}” is late; told: {role}' },
  'journal.stage-entered': { zh: '进入“{stage}”', en: 'Stage “{stage}”' },
  'journal.returned': { zh: '从“{from}”退回到“{to}”', en: 'Sent back from “{from}” to “{to}”' },
  'journal.document-filed': { zh: '已生成文档《{title}》', en: 'The document “{title}” was filed' },
  'journal.device-scrapped': { zh: '设备已登记为报废', en: 'The device was recorded as scrapped' },
  'journal.case-closed': { zh: '流程结束：{state}', en: 'The case ended: {state}' },
  'journal.case-closed-by': { zh: '{by} 结束了流程：{state}', en: '{by} ended the case: {state}' },
} as const satisfies Record<string, Text>;
