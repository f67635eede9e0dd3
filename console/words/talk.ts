import type { Text } from '../../models/contracts/text';

/** Words of comments, and of copies of cases. */
export const TALK_WORDS = {
  'case.comments': { zh: '评论', en: 'Comments' },
  'case.noComments': { zh: '还没有评论', en: 'No comments yet' },
  'case.comment': { zh: '写评论', en: 'Write a comment' },
  'case.commentHelp': {
    zh: '输入 @ 和姓名，可邮件提醒同事或用户',
    en: 'Type @ and a name to tell somebody by mail',
  },
  'case.audience': { zh: '谁能看到', en: 'Who can read it' },
  'case.audience.internal': { zh: '仅公司内部', en: 'Our own people only' },
  'case.audience.everybody': { zh: '用户也可见', en: 'The customer too' },
  'case.internal': { zh: '内部', en: 'internal' },
  'case.postComment': { zh: '发表', en: 'Post' },
  'copies.title': { zh: '抄送我的', en: 'Copied to me' },
  'copies.view.unread': { zh: '未阅', en: 'Unread' },
  'copies.view.read': { zh: '已阅', en: 'Read' },
  'copies.none': { zh: '没有抄送给您的流程', en: 'No case has been copied to you' },
  'copies.noneUnread': { zh: '没有未阅的抄送', en: 'You have read everything' },
  'copies.ofCase': { zh: '抄送', en: 'Copies' },
  'copy.send': { zh: '抄送', en: 'Send a copy' },
  'copy.to': { zh: '抄送给', en: 'To' },
  'copy.by': { zh: '抄送人', en: 'From' },
  'copy.at': { zh: '抄送时间', en: 'Sent' },
  'copy.message': { zh: '附言', en: 'Message' },
  'copy.note': { zh: '阅后留言', en: 'A word about it' },
  'copy.read': { zh: '已阅', en: 'I have read it' },
  'copy.readWithNote': { zh: '已阅并留言', en: 'Read, with a word' },
  'copy.isRead': { zh: '已阅', en: 'read' },
  'copy.isUnread': { zh: '未阅', en: 'not read' },
  'copy.toYou': { zh: '{name}将此流程抄送给您', en: '{name} has sent you a copy of this case' },
} as const satisfies Record<string, Text>;
