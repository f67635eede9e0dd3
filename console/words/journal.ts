import type { Text } from '../../models/contracts/text';

/** The sentences of the timeline, one for each kind of entry in a case's journal. */
export const JOURNAL_WORDS = {
  'journal.case-started': { zh: '{by} 发起了流程', en: '{by} started the case' },
  'journal.task-opened': { zh: '任务“{step}”已送达', en: 'The task “{step}” was opened' },
  'journal.task-claimed': { zh: '{by} 签收了“{step}”', en: '{by} claimed “{step}”' },
  'journal.task-transferred': {
    zh: '{by} 把“{step}”转给 {to}',
    en: '{by} handed “{step}” over to {to}',
  },
  'journal.vote-cast': { zh: '{by} 对“{step}”表决：{outcome}', en: '{by} voted on “{step}”: {outcome}' },
  'journal.vote-decided': { zh: '“{step}”表决结束：{outcome}', en: 'The vote on “{step}” is decided: {outcome}' },
  'journal.task-completed': { zh: '{by} 办理了“{step}”：{outcome}', en: '{by} did “{step}”: {outcome}' },
  'journal.task-withdrawn': { zh: '任务“{step}”已撤销', en: 'The task “{step}” was withdrawn' },
  'journal.task-expired': { zh: '任务“{step}”超过最后期限', en: 'The task “{step}” has expired' },
  'journal.reminded': { zh: '已催办“{step}”', en: 'A reminder of “{step}” was sent' },
  'journal.handed-over': { zh: '“{step}”已移交给{role}', en: '“{step}” was handed over to: {role}' },
  'journal.clock-started': { zh: '“{step}”开始计时', en: 'The clock of “{step}” has started' },
  'journal.clock-paused': { zh: '{by} 暂停了“{step}”的计时', en: '{by} paused the clock of “{step}”' },
  'journal.clock-resumed': { zh: '{by} 恢复了“{step}”的计时', en: '{by} let the clock of “{step}” go on' },
  'journal.clock-stopped': { zh: '“{step}”停止计时', en: 'The clock of “{step}” was stopped' },
  'journal.clock-budget-changed': { zh: '“{step}”的时限已变更', en: 'The time allowed for “{step}” was changed' },
  'journal.clock-breached': { zh: '“{step}”超过时限，已计入考核', en: '“{step}” is over its time, which is counted' },
  'journal.clock-expired': { zh: '“{step}”超过最后期限', en: '“{step}” has expired' },
  'journal.calendar-changed': {
    zh: '工作日历已更新为{calendar}，期限已重新计算',
    en: 'The calendar is now {calendar}; deadlines were counted anew',
  },
  'journal.told': { zh: '“{step}”逾期，已报告{role}', en: '“{step}” is late; told: {role}' },
  'journal.stage-entered': { zh: '进入“{stage}”', en: 'Stage “{stage}”' },
  'journal.returned': { zh: '从“{from}”退回到“{to}”', en: 'Sent back from “{from}” to “{to}”' },
  'journal.document-filed': { zh: '已生成文档《{title}》', en: 'The document “{title}” was filed' },
  'journal.device-scrapped': { zh: '设备已登记为报废', en: 'The device was recorded as scrapped' },
  'journal.case-closed': { zh: '流程结束：{state}', en: 'The case ended: {state}' },
  'journal.case-closed-by': { zh: '{by} 结束了流程：{state}', en: '{by} ended the case: {state}' },
} as const satisfies Record<string, Text>;
