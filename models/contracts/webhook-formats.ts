import type { JournalKind } from './record';
import type { Text } from './text';

/** How an endpoint is spoken to: Standard Webhooks, or a group robot of 企业微信, 钉钉 or 飞书. */
export const WEBHOOK_FORMATS = ['standard', 'wecom', 'dingtalk', 'feishu'] as const;

/** The format of an endpoint. */
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** What each format is called. */
export const FORMAT_TITLES: Readonly<Record<WebhookFormat, Text>> = {
  standard: { zh: '标准 Webhook', en: 'Standard Webhook' },
  wecom: { zh: '企业微信群机器人', en: 'WeCom group robot' },
  dingtalk: { zh: '钉钉群机器人', en: 'DingTalk group robot' },
  feishu: { zh: '飞书群机器人', en: 'Feishu group robot' },
};

/** The event that only tries whether an endpoint is there. */
export const TEST_EVENT = 'test';

/** What each event is called, where one chooses among them and before a message of a robot. */
export const EVENT_TITLES: Readonly<Record<JournalKind | typeof TEST_EVENT, Text>> = {
  'case-started': { zh: '流程发起', en: 'Case started' },
  'stage-entered': { zh: '进入阶段', en: 'Stage entered' },
  'task-opened': { zh: '待办', en: 'Task opened' },
  'task-claimed': { zh: '签收', en: 'Task claimed' },
  'task-transferred': { zh: '转办', en: 'Task handed over' },
  'task-delegated': { zh: '委派', en: 'Delegated' },
  'delegation-answered': { zh: '委派意见', en: 'Delegation answered' },
  'delegation-recalled': { zh: '收回委派', en: 'Delegation recalled' },
  nudged: { zh: '催办', en: 'Nudged' },
  reminded: { zh: '到期提醒', en: 'Reminded' },
  'handed-over': { zh: '升级', en: 'Escalated' },
  'duty-called': { zh: '呼叫值班', en: 'Next on duty called' },
  told: { zh: '逾期报告', en: 'Told of lateness' },
  'clock-breached': { zh: '逾期', en: 'Overdue' },
  'clock-expired': { zh: '时限届满', en: 'Clock expired' },
  'task-expired': { zh: '任务到期', en: 'Task expired' },
  'vote-cast': { zh: '表决', en: 'Vote cast' },
  'vote-withdrawn': { zh: '表决撤回', en: 'Vote taken back' },
  'voter-added': { zh: '加签', en: 'Voter added' },
  'voter-removed': { zh: '减签', en: 'Voter removed' },
  'task-completed': { zh: '办结步骤', en: 'Step decided' },
  'task-withdrawn': { zh: '任务撤销', en: 'Task withdrawn' },
  returned: { zh: '退回', en: 'Returned' },
  'substitute-called': { zh: '代办', en: 'Substitute called' },
  'substitute-released': { zh: '代办结束', en: 'Substitution over' },
  'clock-started': { zh: '开始计时', en: 'Clock started' },
  'clock-paused': { zh: '暂停计时', en: 'Clock paused' },
  'clock-resumed': { zh: '恢复计时', en: 'Clock resumed' },
  'clock-stopped': { zh: '停止计时', en: 'Clock stopped' },
  'clock-budget-changed': { zh: '时限变更', en: 'Time changed' },
  'calendar-changed': { zh: '日历更新', en: 'Calendar changed' },
  'document-filed': { zh: '生成文档', en: 'Document filed' },
  'device-scrapped': { zh: '设备报废', en: 'Device scrapped' },
  'instant-reached': { zh: '到时', en: 'An instant was reached' },
  'task-lapsed': { zh: '任务超时', en: 'Task not done in time' },
  'window-reserved': { zh: '登记窗口', en: 'Window reserved' },
  trouble: { zh: '出现问题', en: 'Trouble' },
  'case-opened': { zh: '发起关联流程', en: 'Case opened' },
  'case-joined': { zh: '并入在办流程', en: 'Joined to another case' },
  'linked-closed': { zh: '关联流程结束', en: 'Linked case ended' },
  'level-raised': { zh: '升级处理', en: 'Raised to a higher level' },
  'case-closed': { zh: '流程结束', en: 'Case closed' },
  test: { zh: '测试', en: 'Test' },
};
