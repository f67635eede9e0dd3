import type { Text } from '../../models/contracts/text';

/** Words of several tasks that are decided at once. */
export const BULK_WORDS = {
  'bulk.title': { zh: '批量办理', en: 'Decide together' },
  'bulk.several': { zh: '多选', en: 'Choose several' },
  'bulk.choose': { zh: '选择“{task}”', en: 'Choose “{task}”' },
  'bulk.chooseAll': { zh: '全选', en: 'Choose all' },
  'bulk.chosen': { zh: '已选 {count} 项', en: '{count} chosen' },
  'bulk.chosenMost': { zh: '已选 {count} 项（一次最多）', en: '{count} chosen, the most at once' },
  'bulk.clear': { zh: '取消选择', en: 'Choose none' },
  'bulk.none': { zh: '所选任务不能一起办理', en: 'None of these can be decided together' },
  'bulk.gone': { zh: '有 {count} 项您已看不到，不再列出', en: '{count} of them are no longer shown to you' },
  'bulk.together': { zh: '将一起办理（{count}）', en: 'Decided together ({count})' },
  'bulk.alone': { zh: '不能一起办理（{count}）', en: 'Not decided with them ({count})' },
  'bulk.other-outcomes': { zh: '没有这个选项', en: 'Does not offer this outcome' },
  'bulk.own-form': { zh: '需要单独填写表单', en: 'Has a form of its own to be filled in' },
  'bulk.sign': { zh: '{name} 对这 {count} 项签字', en: '{name} signs these {count}' },
  'bulk.decide': { zh: '{outcome}（{count} 项）', en: '{outcome} ({count})' },
  'bulk.progress': { zh: '办理进度', en: 'Progress' },
  'bulk.standing': {
    zh: '已办理 {done} 项，未获接受 {refused} 项，剩余 {left} 项',
    en: '{done} done, {refused} refused, {left} left',
  },
  'bulk.waiting': { zh: '等待办理', en: 'Waiting' },
  'bulk.sending': { zh: '正在提交', en: 'Being sent' },
  'bulk.done': { zh: '已办理：{outcome}', en: 'Done: {outcome}' },
  'bulk.refused': { zh: '未获接受', en: 'Refused' },
  'bulk.unsure': { zh: '暂未完成，可重试', en: 'Not through yet; try again' },
  'bulk.stop': { zh: '停止', en: 'Stop' },
  'bulk.stopping': { zh: '本项完成后停止', en: 'Stopping after this one' },
  'bulk.goOn': { zh: '继续办理剩余 {count} 项', en: 'Go on with {count}' },
  'bulk.close': { zh: '关闭', en: 'Close' },
} as const satisfies Record<string, Text>;
