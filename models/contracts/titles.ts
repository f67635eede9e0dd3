import type { Text } from './text';

/** What the states of a device are called. */
export const DEVICE_STATE_TITLES: Readonly<Record<string, Text>> = {
  'in-use': { zh: '在用', en: 'in use' },
  'powered-off': { zh: '已关机', en: 'powered off' },
  replaced: { zh: '已替换', en: 'replaced' },
  'in-repair': { zh: '维修中', en: 'in repair' },
  scrapped: { zh: '已报废', en: 'scrapped' },
};

/** What the kinds of customers are called. */
export const CUSTOMER_KIND_TITLES: Readonly<Record<string, Text>> = {
  core: { zh: '核心客户', en: 'core' },
  'non-core': { zh: '非核心客户', en: 'non-core' },
};

/** When somebody goes there in an emergency. */
export const EMERGENCY_VISIT_TITLES: Readonly<Record<string, Text>> = {
  'at-once': { zh: '同时派人到现场', en: 'at once' },
  'after-remote': { zh: '远程不能解决后派人', en: 'once remote help has failed' },
};

/** What the service tiers are called. */
export const TIER_TITLES: Readonly<Record<string, Text>> = {
  standard: { zh: '标准', en: 'standard' },
  silver: { zh: '银牌', en: 'silver' },
  gold: { zh: '金牌', en: 'gold' },
};

/** What the languages are called. */
export const LANGUAGE_TITLES: Readonly<Record<string, Text>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
};

/** What the priorities are called. */
export const PRIORITY_TITLES: Readonly<Record<string, Text>> = {
  normal: { zh: '普通', en: 'normal' },
  high: { zh: '高', en: 'high' },
  urgent: { zh: '紧急', en: 'urgent' },
};

/** What the states of a task are called. */
export const TASK_STATE_TITLES: Readonly<Record<string, Text>> = {
  open: { zh: '待办', en: 'open' },
  completed: { zh: '已办结', en: 'completed' },
  expired: { zh: '已超时', en: 'expired' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
};

/** What the limits to take a task in hand, and to go on with it, are called. */
export const WATCH_TITLES: ReadonlyMap<string, Text> = new Map([
  ['acknowledge', { zh: '接单时限', en: 'time to acknowledge' }],
  ['progress', { zh: '跟进时限', en: 'time to follow up' }],
]);
