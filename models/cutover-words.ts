import type { Text } from './contracts/text';

/** Why a cutover stops, as people read it. */
export const TROUBLE_TITLES = {
  backup: { zh: '备份未完成', en: 'the backup is not done' },
  'check-failed': { zh: '步骤未完成或检查不通过', en: 'a step is not done, or its check failed' },
  'over-time': { zh: '步骤超时', en: 'a step took too long' },
  'window-ended': { zh: '割接窗口已结束', en: 'the window has ended' },
  halted: { zh: '值守人叫停', en: 'who is on watch called a halt' },
  verification: { zh: '验证发现系统受到影响', en: 'the system is harmed' },
  observation: { zh: '观察期发现问题', en: 'trouble in the observation' },
} as const satisfies Record<string, Text>;

/** How a step ended that nobody answered. */
export const UNANSWERED: Partial<Record<keyof typeof TROUBLE_TITLES, Text>> = {
  'over-time': { zh: '超时，已关闭', en: 'over its time, closed' },
  'window-ended': { zh: '已中止（窗口结束）', en: 'stopped: the window ended' },
  halted: { zh: '已中止（值守人叫停）', en: 'stopped: a halt was called' },
};

/** The twelve questions of the audit of a cutover [002 §6.4.2], in the words of the document. */
export const AUDIT_QUESTIONS = {
  'change-1': {
    zh: '有关系统的任意修改，是否按维护规范进行修改',
    en: 'Was the system modified by the rules of maintenance only?',
  },
  'change-2': {
    zh: '系统的修改是否按割接计划进行，是否在得到用户负责人的同意后实施',
    en: 'Was it modified by the cutover plan, and after the user lead had agreed?',
  },
  'change-3': {
    zh: '在需求修改前是否对修改内容与影响范围进行了调查与分析，明确了解需求变更后将造成的影响',
    en: 'Were content and reach analysed before, and the consequences understood?',
  },
  'cutover-1': { zh: '修改程序的测试是否按测试计划进行', en: 'Was it tested by the test plan?' },
  'cutover-2': {
    zh: '修改的程序是否进行了与新开发的程序同等程度的测试',
    en: 'Was it tested as thoroughly as new software?',
  },
  'cutover-3': { zh: '修改程序的测试是否由用户参加', en: 'Did users take part in the tests?' },
  'cutover-4': {
    zh: '修改程序的测试结果是否得到开发、运行、维护及用户负责人的认可',
    en: 'Did the leads of development, operations, maintenance and users approve the results?',
  },
  'cutover-5': {
    zh: '修改的程序的测试结果是否记录下来，并进行保管',
    en: 'Were the results of the tests recorded and kept?',
  },
  'cutover-6': {
    zh: '割接前是否向用户提交割接计划，割接后是否向用户反馈割接报告',
    en: 'Did the user get the plan before, and the report after the cutover?',
  },
  'running-1': {
    zh: '是否对修改前的程序及数据做好了备份',
    en: 'Were the former programs and data backed up?',
  },
  'running-2': {
    zh: '运行负责人是否验证其系统不受影响',
    en: 'Did the operations lead verify that the system is unharmed?',
  },
  'running-3': {
    zh: '运行中若出现问题是否及时恢复到修改前程序，是否对数据进行备份',
    en: 'In trouble, was the former program put back in time, and were the data backed up?',
  },
} as const satisfies Record<string, Text>;

/** One of the twelve questions. */
export type AuditQuestion = keyof typeof AUDIT_QUESTIONS;
