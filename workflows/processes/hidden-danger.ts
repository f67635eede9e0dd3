import type { Role } from '../../models/codes';
import type {
  DangerJudgement,
  DangerMajor,
  DangerMeasures,
  DangerRequest,
} from '../../models/contracts/hidden-danger-forms';
import type { DangerData } from '../../models/contracts/hidden-danger-run';
import type { Whom } from '../../models/contracts/people';
import type { TaskItem } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import { ahead, end, next, procedure } from '../human-task/procedure';
import { cut } from './cut';
import { tellLinksGoOn } from './opened-by';
import { carriedOut, handsOf, measureOf } from './measures';
import { customersVoice, holding } from './posts';

/** Who judges a danger: the second line, which asks experts and the manufacturer; else who leads the technicians. */
const JUDGES = ['second-line', 'tech-lead', 'maintenance-manager', 'management'] as const satisfies Role[];

/** Who has measures set, and who verifies one that is not their own. */
const LEADERS = [
  'project-manager',
  'deputy-project-manager',
  'tech-lead',
  'ops-supervisor',
  'qa',
  'management',
] as const satisfies Role[];

const DESCRIPTION_IN_CHARACTERS = 4000;

type Danger = Desk<DangerData>;

/** 隐患处理 [001 隐患处理流程]: reported, judged, and put out of the world before it becomes a fault. */
export const hiddenDanger = procedure<DangerData>({
  begin: (input) => ({
    request: input.request as unknown as DangerRequest,
    names: {},
    severity: null,
    major: null,
    refused: null,
    measures: [],
    result: null,
  }),

  stages: {
    // 当发现系统中存在隐患的时候: the report is filed at once.
    async report(desk) {
      await desk.file('danger-report', 'open');
      return next();
    },

    // By somebody else than who reported it: 组织二线支持人员，甚至调派专家和联系原厂商，以判明隐患的潜在影响程度.
    async judgement(desk) {
      const { applicant } = desk;
      const reporters = applicant.kind === 'persons' ? applicant.ids : [];
      const whom = holding(desk, await desk.holders(JUDGES), JUDGES, reporters) ?? desk.role('management');
      const form = { id: 'danger.judgement', version: 1 };
      const judged = await desk.ask<DangerJudgement>({ step: 'judge', whom, form, excludesApplicant: true });
      const { severity, analysis } = judged.form;
      learn(desk, judged.names);
      desk.data.severity = severity;
      await desk.file('danger-analysis', 'open');
      if (severity === 'ordinary') return ahead('measures');
      if (severity === 'severe') return next();
      desk.tell('danger-none', { reason: analysis }, desk.applicant, desk.role('project-manager'));
      desk.data.result = { severity, solved: true, summary: analysis };
      return ahead('archive');
    },

    // 假如隐患的严重程度较高，将转为依据重大维护处理流程进行处理; what that leaves unsolved is met by measures.
    async major(desk) {
      const customer = await customersVoice(desk);
      desk.once('told', () => tellSevere(desk, customer));
      const caseId = await majorOf(desk);
      desk.data.major ??= { caseId, solved: null, summary: '' };
      const { state, result } = await desk.untilClosed('major');
      const solved = state === 'completed' && result.solved === true;
      const summary = typeof result.summary === 'string' ? result.summary : '';
      desk.data.major = { caseId, solved, summary };
      if (!solved) return next();
      desk.data.result = { severity: 'severe', solved, summary };
      return ahead('archive');
    },

    // 以期将隐患消灭在刚发现之时: what is done, by whom, until when.
    async measures(desk) {
      const whom = holding(desk, await desk.holders(LEADERS), LEADERS) ?? desk.role('project-manager');
      const form = { id: 'danger.measures', version: 1 };
      const item = unsolved(desk);
      const set = await desk.ask<DangerMeasures>({ step: 'measures', whom, form, ...(item && { item }) });
      learn(desk, set.names);
      desk.data.measures = set.form.measures.map((one) => measureOf(one, set.names));
      return next();
    },

    // Each is its owner's, with evidence, and is verified by somebody else.
    async execution(desk) {
      const holders = await desk.holders(LEADERS);
      await carriedOut(desk, {
        forms: 'danger',
        verifier: (measure) => holding(desk, holders, LEADERS, handsOf(measure)) ?? desk.role('management'),
      });
      const { measures, severity } = desk.data;
      const summary = measures.map(({ what }) => what).join('；');
      desk.data.result = { severity: severity ?? 'ordinary', solved: true, summary };
      return next();
    },

    // 系统隐患分析报告, with what was done about the danger.
    async archive(desk) {
      if (desk.data.severity !== 'none') await desk.file('danger-analysis', 'completed');
      return end('completed');
    },
  },

  noEndingFrom: 'archive',
  noWithdrawalFrom: 'judgement',

  whenCancelled(desk) {
    tellLinksGoOn(desk);
    return Promise.resolve();
  },
});

/**
 * Opens the major maintenance as who judged the danger; where that is refused, whoever leads the project is shown why, and opens
 * it in their own name.
 */
async function majorOf(desk: Danger): Promise<string> {
  const judged = desk.standing<DangerJudgement>('judge');
  if (!judged) throw new Error('nobody has judged it');
  const { reason = 'unsolved', level, reach } = judged.form;
  const description = describedWith(desk.data.request.description, reach);
  const first = { reason, ...(level && { level }), description };
  const { data } = desk;
  let opened = data.refused ? { refused: data.refused.why } : await open(desk, judged.by.id, first);
  while ('refused' in opened) {
    data.refused ??= { time: 1, why: opened.refused, form: first };
    const { time, why, form: last } = data.refused;
    const asked = await desk.ask<DangerMajor>({
      step: 'open-major',
      whom: holding(desk, await desk.holders(LEADERS), LEADERS) ?? desk.role('project-manager'),
      form: { id: 'danger.major', version: 1 },
      prefill: last,
      item: refusedItem(time, why),
    });
    const { signature: _signed, ...form } = asked.form;
    opened = await open(desk, asked.by.id, form);
    if ('refused' in opened) data.refused = { time: time + 1, why: opened.refused, form };
  }
  return opened.caseId;
}

/** The danger and how far it may reach, in the one field of the major maintenance. */
function describedWith(description: string, reach: string): string {
  const room = Math.max(DESCRIPTION_IN_CHARACTERS / 2, DESCRIPTION_IN_CHARACTERS - description.length - 1);
  return cut(description, DESCRIPTION_IN_CHARACTERS, `\n${cut(reach, room - 1)}`);
}

async function open(desk: Danger, applicantId: string, form: Readonly<Record<string, unknown>>) {
  const { customer, system, devices } = desk.data.request;
  return await desk.openCase('major', {
    process: 'major-maintenance',
    applicantId,
    form: { customer, ...(system && { system }), ...(devices && { devices }), ...form, from: desk.recorded.caseId },
  });
}

function tellSevere(desk: Danger, customer: Whom): void {
  const reach = desk.standing<DangerJudgement>('judge')?.form.reach ?? '';
  desk.tell('danger-severe', { reason: reach }, desk.role('project-manager'), customer);
}

function refusedItem(attempt: number, refused: Text): TaskItem {
  return {
    key: `${attempt}`,
    title: { zh: '未能发起', en: 'could not be opened' },
    facts: [{ label: { zh: '未能发起的原因', en: 'Why it could not be opened' }, value: refused }],
  };
}

/** What the major maintenance has left to be done. */
function unsolved({ data }: Danger): TaskItem | null {
  if (!data.major) return null;
  const { caseId, summary } = data.major;
  return {
    key: 'unsolved',
    title: { zh: '重大维护处理未能解决', en: 'major maintenance has not solved it' },
    facts: [
      { label: { zh: '重大维护处理', en: 'Major maintenance' }, value: caseId },
      ...(summary === '' ? [] : [{ label: { zh: '处理结果', en: 'What came of it' }, value: summary }]),
    ],
  };
}

function learn({ data }: Danger, names: Readonly<Record<string, string>>): void {
  data.names = { ...data.names, ...names };
}
