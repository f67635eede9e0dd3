import { mustEnd, saveMails, step, type Stage } from './stage';
import { Visitor } from './visitor';

interface ShownDevice {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly version: number;
}

const SIGNED = { signature: true };

/** 设备报废审批 from request to PDF, once approved with finance and once refused by the project manager. */
export async function playScrap(stage: Stage): Promise<void> {
  const as = async (username: string) => await new Visitor(stage.running.apiUrl, username).signIn(stage.password);
  const [li, chen, wang, zhou, admin] = await Promise.all(
    ['li', 'chen', 'wang', 'zhou', 'admin-demo'].map(as) as [
      Promise<Visitor>,
      Promise<Visitor>,
      Promise<Visitor>,
      Promise<Visitor>,
      Promise<Visitor>,
    ],
  );

  stage.say('【设备报废审批】同意报废（approved）');
  const approved = await request(stage, li, await newDevice(admin, 'Dell PowerEdge R720 服务器', 58_000), 58_000);
  await step(stage, li, approved, '陈科长签收设备', () =>
    chen.decides(approved, 'receipt', { outcome: 'submit', form: receipt() }),
  );
  await step(stage, li, approved, '王经理同意', () =>
    wang.decides(approved, 'manager-review', { outcome: 'approve', comment: '情况属实，同意报废。', form: SIGNED }),
  );
  await step(stage, li, approved, '陈科长同意', () =>
    chen.decides(approved, 'department-review', { outcome: 'approve', comment: '同意。', form: SIGNED }),
  );
  await step(stage, li, approved, '周会计同意', () =>
    zhou.decides(approved, 'finance-review', { outcome: 'approve', comment: '已提足折旧，同意核销。', form: SIGNED }),
  );
  await step(stage, li, approved, '李工清除数据', () =>
    li.decides(approved, 'wipe', { outcome: 'submit', form: wipe() }),
  );
  await mustEnd(stage, li, approved, 'completed', 1);

  stage.say('【设备报废审批】不同意报废（refused）');
  const refused = await request(stage, li, await newDevice(admin, 'HP LaserJet M404 打印机', 2_600), 2_600);
  await step(stage, li, refused, '陈科长签收设备', () =>
    chen.decides(refused, 'receipt', { outcome: 'submit', form: receipt() }),
  );
  await step(stage, li, refused, '王经理驳回', () =>
    wang.decides(refused, 'manager-review', { outcome: 'reject', comment: '更换定影组件即可修复，不同意报废。' }),
  );
  await mustEnd(stage, li, refused, 'rejected', 1);
  await saveMails(stage, [approved, refused]);
}

async function newDevice(admin: Visitor, name: string, valueInYuan: number): Promise<ShownDevice> {
  const { items } = await admin.get<{ items: { id: string; name: string }[] }>('/customers?limit=1');
  const customerId = 'C-0001';
  if (!items.length) throw new Error('there are no demo customers; start with DEMO_MODE=true');
  const serialNumber = `DEMO${Date.now()}`;
  return await admin.post<ShownDevice>(
    '/devices',
    {
      customerId,
      name,
      model: name,
      serialNumber,
      assetNumber: `ZC-${serialNumber.slice(-6)}`,
      location: '信息中心机房 B-07',
      businessSystem: '财政集中支付系统',
      businessLevel: '重要',
      purchasedOn: '2014-09-10',
      valueInYuan,
      state: 'in-use',
    },
    201,
  );
}

async function request(stage: Stage, li: Visitor, device: ShownDevice, valueInYuan: number): Promise<string> {
  const evidence = [await li.upload('检测报告.txt', `${device.name}：主板烧毁，原厂停产，无可替换备件。`)];
  const form = {
    device: device.id,
    reason: '主板烧毁，原厂已停产，无可替换备件，不能修理。',
    evidenceKind: 'test-report',
    evidence,
    valueInYuan,
  };
  const { caseId } = await li.post<{ caseId: string }>('/cases', { process: 'scrap', form }, 201);
  stage.say(`  李工申请报废 ${device.name}：${caseId}`);
  return caseId;
}

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

function receipt() {
  return {
    receivedOn: today(),
    place: '信息中心库房 A-03',
    condition: '整机、电源线及随机附件齐全，外观完好。',
    ...SIGNED,
  };
}

function wipe() {
  return {
    method: 'destroy',
    wipedBy: '李工',
    wipedOn: today(),
    checks: { backedUp: true, unreadable: true },
    remark: '硬盘 4 块，钻孔销毁。',
    ...SIGNED,
  };
}
