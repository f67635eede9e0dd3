import { mustEnd, saveMails, step, type Stage } from './stage';
import { Visitor } from './visitor';

const DAY_IN_MS = 24 * 3_600_000;
const SIGNED = { signature: true };
const AGREED = { outcome: 'approve', comment: '同意。', form: SIGNED };
const PEOPLE = ['zheng', 'sun', 'wang', 'jiang', 'zhao', 'shen', 'liu'] as const;

/** 客户投诉: the customer is not satisfied with the first answer; it goes one level higher, and then they are. */
export async function playComplaint(stage: Stage): Promise<void> {
  const signIn = async (name: string) => await new Visitor(stage.running.apiUrl, name).signIn(stage.password);
  const all = await Promise.all(PEOPLE.map(signIn));
  const [zheng, sun, wang, jiang, zhao, shen, liu] = all as [
    Visitor,
    Visitor,
    Visitor,
    Visitor,
    Visitor,
    Visitor,
    Visitor,
  ];

  stage.say('【客户投诉】客户对第一次处理不满意，升高一级（one level higher）');
  const { caseId } = await zheng.post<{ caseId: string }>('/cases', { process: 'complaint', form: request() }, 201);
  stage.say(`  郑服务台登记投诉：${caseId}`);
  const does = async (what: string, who: Visitor, of: string, body: Readonly<Record<string, unknown>>) => {
    await step(stage, zheng, caseId, what, async () => await who.decides(caseId, of, body));
  };

  /** Facts, meeting, report, measure and answer, by who follows it at this level. */
  const goesInto = async (name: string, who: Visitor, approver: readonly [string, Visitor], found: Found) => {
    const [approverName, approves] = approver;
    await does(`${name}调查核实`, who, 'facts', submitted(factsOf(found)));
    await does(`${name}召开会议`, who, 'meeting', submitted(meeting()));
    await does('赵工写会议纪要', zhao, 'minutes', submitted(minutes(found)));
    await does(`${name}写整改报告`, who, 'write-report', submitted(reportOf(found)));
    await does(`${approverName}审批整改报告`, approves, 'report-review', AGREED);
    await does(`${name}制定措施`, who, 'measures', submitted(measuresOf(found)));
    const evidence = [await zhao.upload('签到表.txt', found.evidence)];
    await does('赵工落实措施', zhao, 'carry-out', submitted({ done: found.evidence, evidence, ...SIGNED }));
    await does('沈质控验证通过', shen, 'verify-measure', {
      outcome: 'approve',
      comment: '已验证。',
      form: { checked: '查看签到表，现场抽问两人。', ...SIGNED },
    });
    await does(`${name}答复客户`, who, 'answer', submitted({ answer: found.answer, ...SIGNED }));
  };

  await goesInto('孙副经理', sun, ['王经理', wang], FIRST);
  await does('刘处长不满意', liu, 'satisfaction', {
    outcome: 'reject',
    comment: '只有口头致歉，夜间仍然无人接听。',
    form: {},
  });
  await goesInto('王经理', wang, ['蒋客户经理', jiang], SECOND);
  await does('刘处长满意', liu, 'satisfaction', { ...AGREED, comment: '满意。' });
  await mustEnd(stage, zheng, caseId, 'completed', 10);
  await saveMails(stage, [caseId]);
}

/** What one attempt found and did. */
interface Found {
  readonly facts: string;
  readonly causes: string;
  readonly measure: string;
  readonly evidence: string;
  readonly answer: string;
}

const FIRST: Found = {
  facts: '11 月 20 日 22:10 用户三次拨打值班电话，无人接听。',
  causes: '值班人员在机房处理其他故障，未将电话转接。',
  measure: '值班人员重新学习值班纪律',
  evidence: '全体值班人员已学习并签到。',
  answer: '值班人员未转接电话，已批评教育并重新学习值班纪律，向您致歉。',
};

const SECOND: Found = {
  facts: '夜间只有一人值班，离开座位时电话无人接听，学习纪律不能解决。',
  causes: '没有备岗，值班电话没有无应答转移。',
  measure: '夜间值班增加备岗，值班电话无应答 20 秒转移到备岗手机',
  evidence: '电话转移已设置，拨测三次均在 30 秒内接通。',
  answer: '夜间已增加备岗，值班电话 20 秒无人接听自动转移，拨测通过。',
};

function request() {
  return {
    customer: 'C-0001',
    complainant: 'U-liu',
    channel: 'phone',
    kind: 'response',
    aboutProduct: 'no',
    urgency: 'high',
    description: '夜间系统故障，值班电话多次拨打无人接听。',
  };
}

function submitted(form: Readonly<Record<string, unknown>>) {
  return { outcome: 'submit', form };
}

function factsOf({ facts, causes }: Found) {
  return { facts, causes, isJustified: 'yes', ...SIGNED };
}

function meeting() {
  return { at: new Date().toISOString(), place: '项目部会议室', minutesBy: 'U-zhao' };
}

function minutes({ causes, measure }: Found) {
  const attendees = [
    { person: 'U-sun', part: '主持' },
    { person: 'U-wang' },
    { person: 'U-zhao', part: '记录' },
    { person: 'U-shen' },
  ];
  return { attendees, discussed: causes, resolved: `${measure}。`, ...SIGNED };
}

function reportOf({ facts, measure }: Found) {
  return {
    problem: facts,
    rectification: `${measure}。`,
    prevention: '每月抽测值班电话。',
    operations: 'no',
    ...SIGNED,
  };
}

function measuresOf({ measure }: Found) {
  const due = new Date(Date.now() + DAY_IN_MS).toISOString();
  return { measures: [{ what: measure, kind: 'corrective', owner: 'U-zhao', due }], ...SIGNED };
}
