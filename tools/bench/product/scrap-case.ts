import type { Called, Caller } from './caller';

/** The people of a scrap case, signed in. */
export type Cast = Readonly<Record<'li' | 'chen' | 'wang' | 'zhou', Caller>>;

/** Takes note of what one request was and how it went. */
export type Note = (what: 'upload' | 'start' | 'submit' | 'approve', called: Called<unknown>) => void;

interface StepAnswer {
  readonly caseId: string;
  readonly nextTasks: readonly string[];
}

const SIGNED = { signature: true };
const APPROVAL = { outcome: 'approve', comment: '情况属实，同意报废。', form: SIGNED };
const DAY = '2026-11-21';

/** 设备报废审批 over HTTP from the evidence to the last decision, all six people's steps; answers the case. */
export async function scrapCase({ li, chen, wang, zhou }: Cast, device: string, note: Note): Promise<string> {
  const started = await start(li, device, note);
  let answer = started;
  const decides = async (who: Caller, what: 'submit' | 'approve', body: object) => {
    const [task] = answer.nextTasks;
    if (task === undefined) throw new Error(`${started.caseId} has no open task`);
    const called = await who.post<StepAnswer>(`/tasks/${task}/complete`, body, [200]);
    note(what, called);
    answer = called.body;
  };
  await decides(chen, 'submit', { outcome: 'submit', form: RECEIPT });
  await decides(wang, 'approve', APPROVAL);
  await decides(chen, 'approve', APPROVAL);
  await decides(zhou, 'approve', APPROVAL);
  await decides(li, 'submit', { outcome: 'submit', form: WIPE });
  return started.caseId;
}

/** The evidence and the request; answers the case with its first open task. */
export async function start(li: Caller, device: string, note: Note): Promise<StepAnswer> {
  const file = new FormData();
  file.append('file', new Blob([REPORT], { type: 'text/plain' }), '检测报告.txt');
  const uploaded = await li.post<{ id: string }>('/attachments', file, [201]);
  note('upload', uploaded);
  const form = {
    device,
    reason: '主板烧毁，原厂已停产，无可替换备件，不能修理。',
    evidenceKind: 'test-report',
    evidence: [uploaded.body.id],
    valueInYuan: 58_000,
  };
  const started = await li.post<StepAnswer>('/cases', { process: 'scrap', form }, [201]);
  note('start', started);
  return started.body;
}

/** The form by which the competent department takes the device. */
export const RECEIPT = {
  receivedOn: DAY,
  place: '信息中心库房 A-03',
  condition: '整机、电源线及随机附件齐全，外观完好。',
  ...SIGNED,
};

const WIPE = {
  method: 'destroy',
  wipedBy: '李工',
  wipedOn: DAY,
  checks: { backedUp: true, unreadable: true },
  remark: '硬盘 4 块，钻孔销毁。',
  ...SIGNED,
};

const REPORT = '主板烧毁，原厂停产，无可替换备件。\n'.repeat(40);
