import { userAnswer, userPage } from '../../models/contracts/directory';
import { teamAnswer, teamPage } from '../../models/contracts/teams';
import {
  contractAnswer,
  contractPage,
  customerAnswer,
  customerPage,
  deviceAnswer,
  devicePage,
} from '../../models/contracts/master-data';

/** A device that may be added. */
export const device = {
  customerId: 'C-0001',
  name: '机房空调',
  model: '艾默生 P2050',
  serialNumber: 'SN-1',
  location: '主机房',
  businessSystem: '动力环境',
  businessLevel: '二级',
};
/** A contract that may be added. */
export const contract = {
  customerId: 'C-0001',
  number: 'YW-T-1',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  tier: 'gold',
  serviceHours: '5×8',
};
/** A user who may be added. */
export const user = {
  username: 'tester',
  name: '测试员',
  email: 'tester@opsflow.example',
  grants: [{ role: 'engineer', customerId: 'C-0001' }],
};
/** A customer that may be added. */
export const customer = { name: '新客户', kind: 'core', tier: 'gold' };

/** One row a resource: what adds one, a row of the demonstration, who edits, who only reads, and who does not see it. */
export const RESOURCES = [
  {
    path: '/customers',
    input: customer,
    id: 'C-0001',
    editor: 'feng',
    reader: 'wang',
    stranger: 'he',
    page: customerPage,
    answer: customerAnswer,
    change: { tier: 'silver' },
  },
  {
    path: '/contracts',
    input: contract,
    id: 'K-0001',
    editor: 'feng',
    reader: 'wang',
    stranger: 'he',
    page: contractPage,
    answer: contractAnswer,
    change: { serviceHours: '5×10' },
  },
  {
    path: '/devices',
    input: device,
    id: 'D-0001',
    editor: 'wang',
    reader: 'li',
    stranger: 'he',
    page: devicePage,
    answer: deviceAnswer,
    change: { location: '主机房 A09' },
  },
  {
    path: '/users',
    input: user,
    id: 'U-chen',
    editor: 'admin-demo',
    reader: 'li',
    stranger: 'he',
    page: userPage,
    answer: userAnswer,
    change: { phone: '010-5550 0000' },
  },
  {
    path: '/teams',
    input: { name: '驻场服务三组', leaderId: 'U-sun' },
    id: 'T-0001',
    editor: 'admin-demo',
    reader: 'li',
    stranger: 'chen',
    page: teamPage,
    answer: teamAnswer,
    change: { name: '驻场服务一组（院本部）' },
  },
] as const;
