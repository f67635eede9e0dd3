import type { Text } from '../../models/contracts/text';

/** Words of what several decide together. */
export const VOTING_WORDS = {
  'task.voting': { zh: '多人表决', en: 'Decided together' },
  'task.seatToMove': { zh: '转办哪个席位', en: 'Which seat is handed over' },
  'task.hasVoted': { zh: '您已表决，等待其他人', en: 'You have voted; the others are still to answer' },
  'task.notYetTurn': { zh: '尚未轮到', en: 'Later' },
  'task.inTurn': { zh: '待表决', en: 'To vote' },
  'task.notNeeded': { zh: '无需表决', en: 'Not needed' },
  'task.nudge': { zh: '催办', en: 'Ask for it soon' },
  'task.nudged': { zh: '已催办', en: 'They were asked' },
  'task.nudgeHelp': {
    zh: '向正在办理此任务的人发送邮件；同一任务 30 分钟内只能催办一次。',
    en: 'Whoever has this at hand gets a mail; once in 30 minutes for each task.',
  },
  'task.nudgeWords': { zh: '留言（可不填）', en: 'Message (optional)' },
  'task.nudgedAt': { zh: '上次催办', en: 'Last asked for' },
  'task.addVoter': { zh: '加签', en: 'Ask one more' },
  'task.voterAdded': { zh: '已加签', en: 'Asked' },
  'task.voterToAdd': { zh: '请谁一同审批', en: 'Who is asked' },
  'task.addVoterHelp': { zh: '请一个人参加本次表决。', en: 'One more person votes on this.' },
  'task.addToOneHelp': {
    zh: '加签后由两人审批，都同意才算通过；审批人会收到通知。',
    en: 'From then on two decide, and both have to approve; the other is told.',
  },
  'task.voterPlace': { zh: '加签方式', en: 'When they vote' },
  'task.voterPlace.before': { zh: '在我之前', en: 'Before me' },
  'task.voterPlace.after': { zh: '在我之后', en: 'After me' },
  'task.voterPlace.alongside': { zh: '与我并行', en: 'Alongside me' },
  'task.addedBy': { zh: '由{name}加签', en: 'asked by {name}' },
  'task.removeSeat': { zh: '减签', en: 'Take the seat away' },
  'task.seatRemoved': { zh: '已减签', en: 'The seat was taken away' },
  'task.removeSeatHelp': {
    zh: '此人将不再参加表决；已有的表决若因此足够，表决随即结束。',
    en: 'They do not vote any more; if the votes that there are suffice by then, the vote is decided.',
  },
  'task.withdrawVote': { zh: '撤回表决', en: 'Take my vote back' },
  'task.withdrawVoteHelp': {
    zh: '撤回后您需要重新表决；原来的表决作废并保留在记录中。',
    en: 'You are asked to vote again; the vote that you gave is void, and stays in the record.',
  },
  'task.voteWithdrawn': { zh: '已撤回表决', en: 'Your vote was taken back' },
} as const satisfies Record<string, Text>;
