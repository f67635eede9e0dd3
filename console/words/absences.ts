import type { Text } from '../../models/contracts/text';

/** Words of absences and those who act meanwhile. */
export const ABSENCE_WORDS = {
  'absences.title': { zh: '缺勤与代办', en: 'Absences' },
  'absences.add': { zh: '登记缺勤', en: 'Enter an absence' },
  'absences.none': { zh: '没有登记的缺勤', en: 'No absence is entered' },
  'absences.help': {
    zh: '缺勤期间到达、转办或升级给本人的任务，同时送达代办人，并邮件告知双方；已在办的任务在缺勤开始时转请代办，结束时交还本人。记录中写明谁代谁办理。',
    en: 'Tasks that reach the person meanwhile also reach the substitute, and both are told by mail. What is open already is offered to the substitute when the absence begins, and goes back when it is over. The record says who decided for whom.',
  },
  'absences.view.all': { zh: '全部', en: 'All' },
  'absences.view.mine': { zh: '我的缺勤', en: 'Mine' },
  'absences.view.standing-in': { zh: '由我代办', en: 'I am the substitute' },
  'absences.view.led': { zh: '我的团队', en: 'My team' },
  'absence.person': { zh: '缺勤人', en: 'Who is absent' },
  'absence.substitute': { zh: '代办人', en: 'Substitute' },
  'absence.from': { zh: '开始时间', en: 'From' },
  'absence.to': { zh: '结束时间', en: 'Until' },
  'absence.reason': {
    zh: '原因（仅本人、其主管和人事可见）',
    en: 'Reason (seen by the person, their managers and HR)',
  },
  'absence.change': { zh: '修改', en: 'Change' },
  'absence.cancel': { zh: '取消缺勤', en: 'Cancel it' },
  'absence.cancelAsk': {
    zh: '取消这次缺勤？代办人已签收而未办结的任务将交还本人。',
    en: 'Cancel this absence? Tasks that the substitute has claimed go back to the person.',
  },
  'absence.cancelled': { zh: '已取消', en: 'cancelled' },
  'absence.now': { zh: '缺勤中', en: 'absent now' },
} as const satisfies Record<string, Text>;
