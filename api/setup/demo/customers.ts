import type { ContractRow, CustomerRow, Versioned } from '../../../models/db';

/** A row as the demonstration brings it, without what every row has. */
export type Demo<Row extends Versioned> = Omit<Row, 'version' | 'updatedAt'>;

/** The customers of the demonstration; every name and address is made up. */
export const DEMO_CUSTOMERS: readonly Demo<CustomerRow>[] = [
  {
    _id: 'C-0001',
    name: '江州市财政信息中心',
    kind: 'core',
    tier: 'gold',
    emergencyVisit: 'at-once',
    contacts: [
      { name: '陈国栋', email: 'chen@czxx.example', phone: '0791-5550 0101', post: '信息科科长', isVip: true },
      { name: '林晓梅', email: 'lin@czxx.example', phone: '0791-5550 0102', post: '机房管理员', isVip: false },
    ],
    sites: [
      { name: '主机房', address: '江州市滨江路 18 号财政大楼 3 层' },
      { name: '容灾机房', address: '江州市高新区云谷路 6 号 2 栋 1 层' },
    ],
  },
  {
    _id: 'C-0002',
    name: '云山大学第一附属医院',
    kind: 'core',
    tier: 'silver',
    emergencyVisit: 'after-remote',
    contacts: [
      { name: '何志明', email: 'he@ysfy.example', phone: '020-5550 0201', post: '信息处主任', isVip: true },
      { name: '罗颖', email: 'luo@ysfy.example', phone: '020-5550 0202', post: '门诊系统管理员', isVip: false },
    ],
    sites: [{ name: '门诊楼机房', address: '云山市大学路 99 号门诊楼负一层' }],
  },
  {
    _id: 'C-0003',
    name: '东湖精密制造有限公司',
    kind: 'non-core',
    tier: 'standard',
    emergencyVisit: 'after-remote',
    contacts: [{ name: '徐立新', email: 'xu@dhjm.example', phone: '027-5550 0301', post: '设备科科长', isVip: false }],
    sites: [{ name: '一号厂房', address: '东湖市工业大道 7 号' }],
  },
];

// The limits that 001 promises; its own matrix of classes and tiers is blank, so none are invented here.
const LIMITS = ['灾难性故障', '严重故障', '一般故障'].map((level) => ({
  class: level,
  responseInMinutes: 15,
  resolutionInMinutes: 120,
}));

/** The contracts of the demonstration. */
export const DEMO_CONTRACTS: readonly Demo<ContractRow>[] = [
  {
    ...{ _id: 'K-0001', number: 'YW-2026-001', customerId: 'C-0001', tier: 'gold', serviceHours: '7×24' },
    calendarId: '7x24',
    ...{ startsOn: '2026-01-01', endsOn: '2028-12-31', limits: LIMITS, inspectionRoundsPerYear: 12 },
    deviceIds: ['D-0001', 'D-0002', 'D-0003', 'D-0004', 'D-0005'],
  },
  {
    ...{ _id: 'K-0002', number: 'YW-2026-014', customerId: 'C-0002', tier: 'silver', serviceHours: '5×8' },
    calendarId: null,
    ...{ startsOn: '2026-04-01', endsOn: '2027-03-31', limits: LIMITS, inspectionRoundsPerYear: 4 },
    deviceIds: ['D-0006', 'D-0007', 'D-0008', 'D-0009'],
  },
  {
    ...{ _id: 'K-0003', number: 'YW-2026-027', customerId: 'C-0003', tier: 'standard', serviceHours: '5×8' },
    calendarId: null,
    ...{ startsOn: '2026-07-01', endsOn: '2027-06-30', limits: [], inspectionRoundsPerYear: 2 },
    deviceIds: ['D-0010', 'D-0011', 'D-0012'],
  },
];
