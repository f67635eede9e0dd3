import type { Role } from '../../../models/codes';

/** An account of the demonstration: its roles, each for these customers, or for the whole company. */
export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly customerIds: readonly (string | null)[];
}

const COMPANY = [null];

/** The accounts of the demonstration. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { username: 'li', name: '李工', role: 'engineer', customerIds: ['C-0001'] },
  { username: 'zhao', name: '赵工', role: 'engineer', customerIds: ['C-0001', 'C-0002'] },
  { username: 'wang', name: '王经理', role: 'project-manager', customerIds: ['C-0001'] },
  { username: 'sun', name: '孙副经理', role: 'deputy-project-manager', customerIds: ['C-0001'] },
  { username: 'jiang', name: '蒋客户经理', role: 'account-manager', customerIds: ['C-0001'] },
  { username: 'qian', name: '钱经理', role: 'project-manager', customerIds: ['C-0002', 'C-0003'] },
  { username: 'chen', name: '陈科长', role: 'competent-department', customerIds: ['C-0001'] },
  { username: 'he', name: '何主任', role: 'competent-department', customerIds: ['C-0002'] },
  { username: 'xu', name: '徐科长', role: 'competent-department', customerIds: ['C-0003'] },
  { username: 'liu', name: '刘处长', role: 'customer-lead', customerIds: ['C-0001'] },
  { username: 'yang', name: '杨开发', role: 'development-lead', customerIds: COMPANY },
  { username: 'ma', name: '马运行', role: 'operations-lead', customerIds: COMPANY },
  { username: 'tang', name: '唐维护', role: 'maintenance-manager', customerIds: COMPANY },
  { username: 'luo', name: '罗主管', role: 'ops-supervisor', customerIds: COMPANY },
  { username: 'ding', name: '丁技术', role: 'tech-lead', customerIds: COMPANY },
  { username: 'gu', name: '顾专家', role: 'second-line', customerIds: COMPANY },
  { username: 'shen', name: '沈质控', role: 'qa', customerIds: COMPANY },
  { username: 'cao', name: '曹配置', role: 'config-manager', customerIds: COMPANY },
  { username: 'zhou', name: '周会计', role: 'finance', customerIds: COMPANY },
  { username: 'wu', name: '吴总', role: 'management', customerIds: COMPANY },
  { username: 'zheng', name: '郑服务台', role: 'service-desk', customerIds: COMPANY },
  { username: 'feng', name: '冯 PMO', role: 'pmo', customerIds: COMPANY },
  { username: 'admin-demo', name: '演示管理员', role: 'admin', customerIds: COMPANY },
];

/** The teams of the demonstration, each with its leader. */
export const DEMO_TEAMS = [
  { _id: 'T-0001', name: '驻场服务一组', leaderId: 'U-wang' },
  { _id: 'T-0002', name: '驻场服务二组', leaderId: 'U-qian' },
  { _id: 'T-0003', name: '服务管理部', leaderId: 'U-feng' },
  { _id: 'T-0004', name: '财务部', leaderId: 'U-zhou' },
] as const;

/** The team and the manager of each of the company's people. */
export const DEMO_PLACES: Readonly<
  Record<string, { readonly teamId: string | null; readonly managerId: string | null }>
> = {
  li: { teamId: 'T-0001', managerId: 'U-wang' },
  zhao: { teamId: 'T-0001', managerId: 'U-wang' },
  wang: { teamId: 'T-0001', managerId: 'U-feng' },
  sun: { teamId: 'T-0001', managerId: 'U-wang' },
  jiang: { teamId: 'T-0003', managerId: 'U-wu' },
  qian: { teamId: 'T-0002', managerId: 'U-feng' },
  yang: { teamId: 'T-0003', managerId: 'U-wu' },
  ma: { teamId: 'T-0003', managerId: 'U-wu' },
  tang: { teamId: 'T-0003', managerId: 'U-wu' },
  luo: { teamId: 'T-0003', managerId: 'U-wu' },
  ding: { teamId: 'T-0003', managerId: 'U-wu' },
  gu: { teamId: 'T-0003', managerId: 'U-ding' },
  shen: { teamId: 'T-0003', managerId: 'U-wu' },
  cao: { teamId: 'T-0003', managerId: 'U-wu' },
  zhou: { teamId: 'T-0004', managerId: 'U-wu' },
  wu: { teamId: null, managerId: null },
  zheng: { teamId: 'T-0003', managerId: 'U-feng' },
  feng: { teamId: 'T-0003', managerId: 'U-wu' },
  'admin-demo': { teamId: 'T-0003', managerId: 'U-feng' },
};
