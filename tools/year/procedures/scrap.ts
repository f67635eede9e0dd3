import type { OpenDay } from '../../../models/calendar/open-calendar';
import type { Deadline } from '../../../models/contracts/policy';
import { scrapProcess } from '../../../models/contracts/scrap';
import { withTerms } from '../../../models/search/rows';
import type { DeviceRow } from '../../../models/db';
import type { Act } from '../agenda';
import type { Draw } from '../draw';
import type { Office } from '../office';
import type { Answer, Visit, YearProcedure } from '../procedure';
import { HOUR_IN_MS, MINUTE_IN_MS } from '../times';

const WORKING_DAY_IN_MS = 8 * HOUR_IN_MS;
const SIGNED = { signature: true };

/** Who asks to scrap devices, and whose they are. */
const APPLICANTS = [
  { id: 'U-li', customerId: 'C-0001', place: '滨江路主机房' },
  { id: 'U-zhao', customerId: 'C-0001', place: '云谷路容灾机房' },
  { id: 'U-zhao', customerId: 'C-0002', place: '门诊楼机房' },
  { id: 'U-qian', customerId: 'C-0003', place: '一号厂房' },
];
const DEVICES = [
  { name: '惠普激光打印机', model: 'HP LaserJet Pro M404dn', valueInYuan: 2_800 },
  { name: '联想台式机', model: 'ThinkCentre M920t', valueInYuan: 6_200 },
  { name: '戴尔服务器', model: 'PowerEdge R720', valueInYuan: 58_000 },
  { name: '华为交换机', model: 'S5720-28P-LI', valueInYuan: 12_500 },
  { name: '山特不间断电源', model: 'C6K', valueInYuan: 9_400 },
];
const REASONS = ['主板烧毁，原厂已停产，无可替换备件。', '电源与背板损坏，维修费用高于残值。', '多次送修仍不稳定。'];
/** On how many of a hundred working days so many devices are given up. */
const PER_DAY = { '0': 36, '1': 42, '2': 18, '3': 4 } as const;
const WITHDRAWN = 0.03;

const approval: Deadline = {
  budgetInMs: 2 * WORKING_DAY_IN_MS,
  time: 'open',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: 'management' },
    { atPercent: 700, does: 'expire' },
  ],
};
const work: Deadline = {
  budgetInMs: 5 * WORKING_DAY_IN_MS,
  time: 'open',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: 'project-manager' },
    { atPercent: 300, does: 'expire' },
  ],
};
const managerReview: Deadline = {
  ...approval,
  ladder: [{ atPercent: 75, does: 'hand-over', to: 'deputy-project-manager' }, ...approval.ladder],
};

/** 设备报废审批 as a company lives it: two working days for an approval, five for work. */
export const scrapYear: YearProcedure = {
  process: 'scrap',

  async prepare({ db, now }) {
    const { policy: shipped } = scrapProcess;
    const works = { amend: work, receipt: work, wipe: work };
    const deadlines = {
      ...works,
      ...{ 'manager-review': managerReview, 'department-review': approval, 'finance-review': approval },
    };
    await db.policies.create([{ _id: 'scrap', version: 1, updatedAt: now(), policy: { ...shipped, deadlines } }]);
  },

  arrivals(day, draw) {
    const count = day.openInMs === 0 ? 0 : Number(draw.weighted('count', PER_DAY));
    return Array.from({ length: count }, (_, number) => arrival(day, number + 1, draw.of(`arrival ${number + 1}`)));
  },

  waitsFor: {
    'manager-review': '等待客户补充设备使用年限证明',
    'department-review': '等待客户方领导返岗后确认',
    'finance-review': '等待客户提供资产原值凭证',
    wipe: '等待客户确认数据已备份',
  },

  answer: (given) => ANSWERS[given.task.step]?.(given) ?? opinion(given),
};

function arrival(day: OpenDay, number: number, draw: Draw): Act {
  const minutes = day.stretches.flatMap(({ from, to }) =>
    Array.from({ length: (to - from) / MINUTE_IN_MS }, (_, minute) => from + minute * MINUTE_IN_MS),
  );
  const name = `scrap ${day.date} ${number}`;
  return { at: draw.oneOf('minute', minutes), name, run: async (office) => await begin(office, name, draw) };
}

async function begin(office: Office, name: string, draw: Draw): Promise<readonly Act[]> {
  const applicant = draw.oneOf('applicant', APPLICANTS);
  const device = await newDevice(office, name, applicant, draw);
  const caller = await office.as(applicant.id);
  const file = new FormData();
  file.append('file', new Blob([`${device.name} 检测报告`], { type: 'text/plain' }), '检测报告.txt');
  const uploaded = await caller.post<{ id: string }>('/attachments', file, [201]);
  const evidence = { reason: draw.oneOf('reason', REASONS), evidenceKind: 'test-report', evidence: [uploaded.body.id] };
  const form = { device: device._id, ...evidence, valueInYuan: device.valueInYuan };
  const started = await caller.post<{ caseId: string }>('/cases', { process: 'scrap', form }, [201]);
  if (!draw.chance('withdrawn', WITHDRAWN)) return [];
  const at = office.now().getTime() + draw.whole('withdrawn after', 30, 600) * MINUTE_IN_MS;
  return [
    { at, name: `withdraw ${name}`, run: async (later) => await withdraw(later, applicant.id, started.body.caseId) },
  ];
}

/** What is approved or closed by then can no longer be withdrawn. */
async function withdraw(office: Office, applicantId: string, caseId: string): Promise<readonly Act[]> {
  const isApproved = await office.db.tasks.exists({ caseId, outcome: 'approve' });
  const isOpen = await office.db.cases.exists({ _id: caseId, state: 'open' });
  if (isOpen && !isApproved)
    await (await office.as(applicantId)).post(`/cases/${caseId}/withdraw`, { reason: '设备已修复，继续使用。' }, [200]);
  return [];
}

async function newDevice(office: Office, name: string, owner: { customerId: string; place: string }, draw: Draw) {
  const kind = draw.oneOf('device', DEVICES);
  const number = name.replace(/\D/g, '');
  const row: DeviceRow = {
    ...kind,
    ...{ _id: `D-${number}`, version: 1, updatedAt: office.now(), customerId: owner.customerId, location: owner.place },
    ...{ serialNumber: `SN${number}`, assetNumber: `ZC-${number}`, businessSystem: '办公系统', businessLevel: '一般' },
    ...{ purchasedOn: '2017-05-18', state: 'in-use', scrappedBy: null },
  };
  await office.db.devices.create([withTerms('devices', row)]);
  return row;
}

const OPINIONS = { approve: 84, return: 9, reject: 7 } as const;

function opinion({ task, draw }: Visit): Answer {
  const outcome = draw.weighted('opinion', OPINIONS);
  const [first] = task.returnTo;
  if (outcome === 'return' && first !== undefined)
    return { outcome, comment: '请补充厂商鉴定意见。', returnTo: first, form: {} };
  if (outcome === 'reject') return { outcome, comment: '设备尚可维修，不同意报废。', form: {} };
  return { outcome: 'approve', comment: '情况属实，同意报废。', form: SIGNED };
}

const ANSWERS: Readonly<Record<string, (given: Visit) => Answer>> = {
  amend: ({ task }) => ({ outcome: 'submit', form: { ...task.prefill, remark: '已补充厂商鉴定意见。' } }),
  receipt: ({ day }) => ({
    outcome: 'submit',
    form: { receivedOn: day, place: '信息中心库房 A-03', condition: '整机及附件齐全。', ...SIGNED },
  }),
  wipe: ({ personName, day, draw }) => ({
    outcome: 'submit',
    form: {
      ...{ method: draw.oneOf('method', ['overwrite', 'degauss', 'destroy']), wipedOn: day, ...SIGNED },
      ...{ wipedBy: personName, checks: { backedUp: true, unreadable: true } },
    },
  }),
};
