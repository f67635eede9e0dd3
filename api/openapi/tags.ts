import type { Language, Text } from '../../models/contracts/text';

/** What the parts of the API are called, by the first part of their addresses. */
const TITLES: Readonly<Record<string, Text>> = {
  sessions: { zh: '登录与退出', en: 'Signing in and out' },
  me: { zh: '我的账号', en: 'My account' },
  demo: { zh: '演示', en: 'Demonstration' },
  processes: { zh: '流程定义', en: 'Procedures' },
  cases: { zh: '流程实例', en: 'Cases' },
  cutovers: { zh: '变更割接', en: 'Cutovers' },
  tasks: { zh: '任务', en: 'Tasks' },
  'decision-link': { zh: '邮件链接办理', en: 'Deciding by the link of a mail' },
  overruns: { zh: '超时记录', en: 'Overruns' },
  complaints: { zh: '投诉', en: 'Complaints' },
  callbacks: { zh: '客户回访', en: 'Callbacks' },
  faults: { zh: '故障', en: 'Faults' },
  copies: { zh: '抄送', en: 'Copies' },
  documents: { zh: '流程文档', en: 'Documents' },
  attachments: { zh: '附件', en: 'Attachments' },
  customers: { zh: '客户', en: 'Customers' },
  contracts: { zh: '合同', en: 'Contracts' },
  devices: { zh: '设备', en: 'Devices' },
  users: { zh: '人员', en: 'People' },
  absences: { zh: '缺勤与代办', en: 'Absences' },
  teams: { zh: '班组', en: 'Teams' },
  policies: { zh: '流程参数', en: 'Policies' },
  calendars: { zh: '工作日历', en: 'Calendars' },
  'service-levels': { zh: '服务时限表', en: 'Limits of service' },
  webhooks: { zh: 'Webhook 与群机器人', en: 'Webhooks and group robots' },
  'intake-sources': { zh: '外部受理来源', en: 'Sources of intake' },
  intake: { zh: '外部受理', en: 'Intake' },
  search: { zh: '搜索', en: 'Search' },
  imports: { zh: '批量导入', en: 'Import' },
  exports: { zh: '导出', en: 'Export' },
  'access-log': { zh: '访问日志', en: 'Access log' },
  operation: { zh: '运行', en: 'Operation' },
};

/** The tag of an address: its first part. */
export function tagOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** The tags in use, in the order of first use. */
export function tagsOf(names: readonly string[], language: Language): { name: string; description: string }[] {
  return [...new Set(names)].map((name) => ({ name, description: TITLES[name]?.[language] ?? name }));
}
