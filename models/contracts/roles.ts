import type { Role } from '../codes';
import type { Text } from './text';

/** What each role is called. */
export const ROLE_TITLES: Readonly<Record<Role, Text>> = {
  pmo: { zh: 'PMO', en: 'PMO' },
  'project-manager': { zh: '项目经理', en: 'Project manager' },
  'deputy-project-manager': { zh: '项目副经理', en: 'Deputy project manager' },
  'resident-manager': { zh: '驻场经理', en: 'Resident manager' },
  'account-manager': { zh: '大客户经理', en: 'Key-account manager' },
  'tech-lead': { zh: '技术支持部负责人', en: 'Head of technical support' },
  coordinator: { zh: '技术资源协调人', en: 'Technical resource coordinator' },
  'service-desk': { zh: '服务台', en: 'Service desk' },
  engineer: { zh: '服务工程师', en: 'Service engineer' },
  'second-line': { zh: '二线工程师', en: 'Second-line engineer' },
  'ops-supervisor': { zh: '运维主管', en: 'Operations supervisor' },
  'maintenance-manager': { zh: '维护经理', en: 'Maintenance manager' },
  'development-lead': { zh: '开发负责人', en: 'Development lead' },
  'operations-lead': { zh: '运行负责人', en: 'Operations lead' },
  'config-manager': { zh: '配置管理员', en: 'Configuration manager' },
  qa: { zh: '质控', en: 'Quality assurance' },
  'service-coordination': { zh: '服务协调部', en: 'Service coordination' },
  finance: { zh: '财务', en: 'Finance' },
  procurement: { zh: '商务部', en: 'Procurement' },
  sales: { zh: '业务部', en: 'Sales' },
  hr: { zh: '人力资源部', en: 'Human resources' },
  management: { zh: '公司领导', en: 'Management' },
  admin: { zh: '系统管理员', en: 'Administrator' },
  customer: { zh: '用户', en: 'Customer' },
  'customer-lead': { zh: '用户负责人', en: "Customer's lead" },
  'competent-department': { zh: '主管部门', en: 'Competent department' },
};
