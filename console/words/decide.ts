import type { Text } from '../../models/contracts/text';

/** Words of the page to which the link of a mail leads. */
export const DECIDE_WORDS = {
  'link.forYou': {
    zh: '{name}，您好：此页面仅供您本人办理，{until} 前有效。点击下方按钮后才生效。',
    en: '{name}, this page is for you alone, until {until}. Nothing is decided before you press a button below.',
  },
  'link.tooLate': {
    zh: '此事项刚刚已由他人办理或不再需要您办理',
    en: 'Somebody else has just decided this, or it is no longer asked of you',
  },
  'link.about': { zh: '设备台账信息', en: 'The device on record' },
  'link.opinions': { zh: '此前的办理意见', en: 'What was decided before' },
  'link.decided': { zh: '您已办理：{outcome}', en: 'You have decided: {outcome}' },
  'link.decidedHelp': { zh: '办理时间 {at}，无需其他操作。', en: 'Decided {at}; there is nothing else to do.' },
  'link.closed': { zh: '此事项不再需要您办理', en: 'This is no longer asked of you' },
  'link.closedHelp': {
    zh: '可能已由他人办理，或流程已撤回、结束。如有疑问，请与我方联系人联系。',
    en: 'Somebody else has decided it, or it was withdrawn or has ended. If in doubt, ask your contact.',
  },
  'link.expired': { zh: '链接已过期', en: 'The link has expired' },
  'link.withdrawn': { zh: '链接已失效', en: 'The link is no longer valid' },
  'link.unknown': { zh: '链接无效', en: 'There is no such link' },
  'link.expiredHelp': {
    zh: '{detail}；或与我方联系人联系。',
    en: '{detail}; or ask your contact.',
  },
  'link.overHelp': {
    zh: '请使用最近一封邮件中的链接；如仍无法打开，请与我方联系人联系。',
    en: 'Use the link of the latest mail; if that does not help, ask your contact.',
  },
} as const satisfies Readonly<Record<string, Text>>;
