import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { mustEnd, saveMails, step, type Stage } from './stage';
import { Visitor } from './visitor';

const HOUR_IN_MS = 3_600_000;
const PAUSE_IN_MS = 500;
const PATIENCE_IN_TRIES = 120;
const SIGNED = { signature: true };
const PEOPLE = ['liu', 'zheng', 'li', 'ding', 'gu', 'zhao', 'sun'] as const;
const PAPERS_OF_FAULT = 7;
const PAPERS_OF_VISIT = 7;

interface Shown {
  readonly waiting: { readonly kind: string };
  readonly waitingFor: string;
  readonly links: readonly { readonly caseId: string; readonly process: string }[];
}

/** 故障处理: a fault of level 1, from the customer's mail over the visit to the callback. */
export async function playFault(stage: Stage): Promise<void> {
  const signIn = async (name: string) => await new Visitor(stage.running.apiUrl, name).signIn(stage.password);
  const all = await Promise.all(PEOPLE.map(signIn));
  const [liu, zheng, li, ding, gu, zhao, sun] = all as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor, Visitor];

  stage.say('【故障处理】一级故障：客户来信报修，紧急上门，解决，回访（a level 1 fault from mail to callback）');
  const caseId = await reported(stage, liu, zheng);
  const of = (id: string) => async (what: string, who: Visitor, task: string, form: object) => {
    const body = { outcome: APPROVED.includes(task) ? 'approve' : 'submit', form };
    await step(stage, zheng, id, what, async () => await who.decides(id, task, body));
  };
  const does = of(caseId);
  await does('郑服务台定为一级、特急', zheng, 'triage', { level: '1', urgency: 'critical', class: 'disaster' });
  await does('李工接单，致电刘处长', li, 'respond', {
    spokeWith: '刘处长',
    findings: '存储双控制器告警，全部业务中断，需要上门更换。',
  });

  const visit = await opened(zheng, caseId, 'onsite-service');
  stage.say(`  同时派人上门：${visit}`);
  await does('丁技术成立后方专家小组', ding, 'experts', { experts: [{ person: 'U-gu' }] });
  await does('顾工提出意见', gu, 'advise', { advice: '先切换到备用控制器，再更换主控制器。', rebuilt: 'yes' });
  await visited(of(visit), { zheng, zhao, liu });
  await mustEnd(stage, zheng, visit, 'completed', PAPERS_OF_VISIT);

  await does('李工填写原因和预防措施', li, 'cause', {
    cause: '主控制器电容老化，切换时备用控制器固件过旧。',
    causeKind: 'hardware',
    solution: '更换主控制器，升级备用控制器固件。',
    prevention: '每季度演练控制器切换，固件版本列入巡检。',
    ...SIGNED,
  });
  await does('刘处长确认已解决', liu, 'confirm', SIGNED);
  await mustEnd(stage, zheng, caseId, 'completed', PAPERS_OF_FAULT);
  await saveMails(stage, [visit, caseId]);
  await calledBack(stage, zheng, await opened(zheng, caseId, 'callback'), sun);
}

/** The customer writes a mail, which a worker reads in the mailbox; where there is none, they report on the web. */
async function reported({ running, say }: Stage, liu: Visitor, zheng: Visitor): Promise<string> {
  const { SMTP_URL: smtpUrl, IMAP_URL: imapUrl } = running.env;
  if (smtpUrl === undefined || imapUrl === undefined) {
    const { caseId } = await liu.post<{ caseId: string }>('/cases', { process: 'fault', form: report() }, 201);
    say(`  刘处长在网站报修：${caseId}`);
    return caseId;
  }
  const open = async () => (await zheng.get<{ items: readonly Line[] }>('/faults?state=open&limit=100')).items;
  const known = (await open()).map(({ id }) => id);
  await writes(smtpUrl, decodeURIComponent(new URL(imapUrl).username));
  say('  刘处长来信报修，工作进程从邮箱读取（a worker reads the mail over IMAP）');
  for (let tried = 1; tried <= PATIENCE_IN_TRIES; tried += 1) {
    const taken = (await open()).find(({ id, subject }) => !known.includes(id) && subject === report().title);
    if (taken) {
      say(`  已受理：${taken.id}`);
      return taken.id;
    }
    await pause(PAUSE_IN_MS);
  }
  throw new Error('no fault came of the mail');
}

interface Line {
  readonly id: string;
  readonly subject: string;
}

/** 刘处长 writes to the address of the installation. */
async function writes(smtpUrl: string, to: string): Promise<void> {
  const transport = createTransport(smtpUrl);
  const { title: subject, description: text } = report();
  await transport.sendMail({ from: { name: '刘处长', address: 'liu@opsflow.example' }, to, subject, text });
  transport.close();
}

type Does = (what: string, who: Visitor, task: string, form: object) => Promise<void>;

const APPROVED = ['accept', 'depart', 'sign', 'confirm', 'attempt'];

/** 现场服务: ordered, gone, solved, watched, signed, back. */
async function visited(does: Does, { zheng, zhao, liu }: Readonly<Record<'zheng' | 'zhao' | 'liu', Visitor>>) {
  const at = () => new Date().toISOString();
  await does('郑服务台派赵工', zheng, 'order', {
    engineer: 'U-zhao',
    arriveBy: new Date(Date.now() + 2 * HOUR_IN_MS).toISOString(),
    site: '江州市财政信息中心机房',
    contact: '刘处长',
    phone: '010-5550 0101',
    work: '更换存储主控制器',
    ...SIGNED,
  });
  await does('赵工接受', zhao, 'accept', SIGNED);
  const prepared = { tools: true, sheet: true, told: true };
  await does('赵工出发', zhao, 'depart', { prepared, transport: '出租车', leftAt: at() });
  await does('赵工到场', zhao, 'arrive', { arrivedAt: at(), met: '刘处长' });
  await does('赵工更换控制器', zhao, 'work', {
    permittedBy: '刘处长',
    permitted: '更换主控制器，升级备用控制器固件',
    safe: { rules: true, data: true, secret: true },
    actions: [
      { at: at(), what: '业务切换到备用控制器，恢复访问' },
      { at: at(), what: '更换主控制器，升级备用控制器固件' },
    ],
    tests: [{ item: '控制器切换', found: '切换 8 秒，业务不中断', state: 'normal' }],
    outcome: 'solved',
    summary: '已更换主控制器，业务恢复。',
    ...SIGNED,
  });
  await does('刘处长同意离场', zhao, 'observe', { seen: '运行半小时正常', until: at(), consentBy: '刘处长' });
  await does('刘处长签字', liu, 'sign', SIGNED);
  await does('赵工返回', zhao, 'return', { leftAt: at(), backAt: at(), taught: 'explained' });
}

/** 客户回访, by somebody who did not do the job; outside office hours the customer is left in peace. */
async function calledBack(stage: Stage, zheng: Visitor, caseId: string, sun: Visitor): Promise<void> {
  const { waiting, waitingFor } = await standing(zheng, caseId);
  if (waiting.kind === 'instant') return void stage.say(`  回访 ${caseId}：现在不是工作时间。${waitingFor}`);
  const does = async (what: string, task: string, outcome: string, form: object) => {
    await step(stage, zheng, caseId, what, async () => await sun.decides(caseId, task, { outcome, form }));
  };
  await does('孙副经理致电刘处长', 'attempt', 'approve', { at: new Date().toISOString() });
  await does('孙副经理登记：满意', 'survey', 'submit', {
    answeredBy: '刘处长',
    ...{ attitude: '5', skill: '5', timeliness: '4', result: '5' },
    hasProblem: 'no',
    wishes: '希望提前更换老化部件。',
    ...SIGNED,
  });
  stage.say(`  回访 ${caseId} 已登记`);
}

async function opened(who: Visitor, caseId: string, process: string): Promise<string> {
  const { links } = await eventually(
    who,
    caseId,
    ({ links: some }) => some.some((one) => one.process === process),
    `opened a case of ${process}`,
  );
  return links.find((one) => one.process === process)?.caseId ?? '';
}

async function standing(who: Visitor, caseId: string): Promise<Shown> {
  return await eventually(who, caseId, ({ waiting: { kind } }) => kind === 'task' || kind === 'instant', 'begun');
}

async function eventually(who: Visitor, caseId: string, is: (shown: Shown) => boolean, what: string): Promise<Shown> {
  for (let tried = 1; ; tried += 1) {
    const shown = await who.get<Shown>(`/cases/${caseId}`);
    if (is(shown)) return shown;
    if (tried === PATIENCE_IN_TRIES) throw new Error(`${caseId} has not ${what}`);
    await pause(PAUSE_IN_MS);
  }
}

function report() {
  return {
    customer: 'C-0001',
    reporter: 'U-liu',
    channel: 'web',
    occurredAt: new Date().toISOString(),
    place: '信息中心机房',
    title: '核心业务系统全部中断',
    description: '存储告警，所有业务系统无法访问。',
  };
}
