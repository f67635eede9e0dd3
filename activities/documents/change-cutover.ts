import { attemptKey, attemptOf } from '../../models/attempts';
import { changeCutoverProcess } from '../../models/contracts/change-cutover';
import {
  changeRequest,
  cutoverBackup,
  cutoverPlan,
  cutoverReport,
  cutoverTest,
} from '../../models/contracts/change-cutover-forms';
import type { CutoverData, Trouble } from '../../models/contracts/change-cutover-run';
import type { DocumentView, PrintedBlock } from '../../models/contracts/document';
import type { Form } from '../../models/contracts/form';
import type { DocumentRequest } from '../../models/contracts/record';
import type { Decision } from '../../models/contracts/task';
import { TROUBLE_TITLES, UNANSWERED } from '../../models/cutover-words';
import { caseView, type DocumentSetting, type View } from './case-view';
import { printedDecisions } from './printed-decisions';

/** 割接计划 [002 §6.4.2]: what the user is given before the cutover. */
function cutoverPlanDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  const asked = ['clash-review', 'sign-off'];
  return {
    ...view.head('cutover-plan', null),
    blocks: [
      view.change('一、变更内容与影响范围分析'),
      view.fields('二、割接窗口、备份与回退条件', cutoverPlan, planOf(view.data), ['steps', 'tests']),
      view.steps('三、割接步骤'),
      view.tests('四、测试计划'),
      view.decisions('五、审批意见', asked),
    ],
  };
}

/** 测试报告 [002 §6.4.2 割接上线 1–5]: what was tested, with whom, and the sign-off of the four parties. */
function testReportDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  const test = view.standing('test') ?? view.standing('late-test');
  const conclusion = `${test?.step === 'late-test' ? '割接后补做，' : ''}测试${test?.outcome === 'reject' ? '不' : ''}通过`;
  return {
    ...view.head('test-report', conclusion),
    blocks: [
      view.change('一、变更内容与影响范围分析'),
      view.results('二、测试结果', test),
      ...view.filled('三、测试情况', test?.step ?? 'test', cutoverTest, ['results']),
      view.decisions('四、开发、运行、维护及用户负责人会签', ['sign-off', 'late-sign-off']),
    ],
  };
}

/** 割接报告 [002 §6.4.2 割接上线 6]: how each step went, what went wrong, what was undone, and how the system stands. */
function cutoverReportDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  const { run } = view.data;
  const undoing = ['undo', 'undo-trouble', 'restore', 'verify-restored', 'restore-trouble'];
  const asked = ['user-approval', 'emergency-go', 'direction', 'report-receipt', 'late-sign-off', 'late-approval'];
  return {
    ...view.head('cutover-report', conclusionOf(request.state, run)),
    blocks: numbered([
      view.change('变更内容'),
      ...view.filled('割接前备份', 'backup', cutoverBackup),
      view.confirmations('割接步骤执行情况', ['execute', 'verify', 'observed'], '（未执行）'),
      view.troubles('问题'),
      ...(view.standing('backup-before-undo')?.outcome === 'approve'
        ? view.filled('回退前备份', 'backup-before-undo', cutoverBackup)
        : []),
      view.confirmations('回退情况', ['backup-before-undo', 'backup-trouble', ...undoing], '（未回退）'),
      ...view.filled('割接报告', 'report', cutoverReport),
      view.decisions('审批与签收', asked),
    ]),
  };
}

function viewOf(request: DocumentRequest, setting: DocumentSetting) {
  const { decisions } = request;
  const view = caseView<CutoverData>(request, setting, changeCutoverProcess);
  const { data, names, at, fieldsOf, table } = view;
  return {
    ...view,
    change: (title: string) => view.request(title, ['申请人', '申请时间'], changeRequest, data.request),
    fields: (title: string, form: Form, values: object, left: readonly string[]): PrintedBlock => ({
      kind: 'fields',
      title,
      fields: fieldsOf(form, values, left),
    }),
    steps: (title: string): PrintedBlock =>
      table(
        title,
        ['步骤', '操作', '检查方法', '回退操作', '时限', '操作人'],
        planOf(data).steps.map(({ action, check, undo, minutes, by }, index) => [
          `${index + 1}`,
          action,
          check,
          undo,
          `${minutes} 分钟`,
          names[by] ?? by,
        ]),
      ),
    tests: (title: string): PrintedBlock =>
      table(
        title,
        ['序号', '测试项目', '预期结果'],
        planOf(data).tests.map(({ subject, expected }, index) => [`${index + 1}`, subject, expected]),
      ),
    results: (title: string, test: Decision | undefined): PrintedBlock => {
      const results = (test?.form.results ?? []) as readonly Readonly<Record<string, string>>[];
      return table(
        title,
        ['序号', '测试项目', '预期结果', '实际结果', '结论'],
        results.map(({ subject = '', expected = '', actual = '', result }, index) => [
          `${index + 1}`,
          subject,
          expected,
          actual,
          result === 'passed' ? '通过' : '未通过',
        ]),
        '（未测试）',
      );
    },
    confirmations: (title: string, steps: readonly string[], none: string): PrintedBlock => {
      const told = decisions.filter((one) => steps.includes(one.step) && !one.isVoid && one.seat === undefined);
      const rows = printedDecisions(changeCutoverProcess, told, setting.timeZone).map((one, index) => ({
        at: told[index]?.at ?? '',
        cells: [
          whichOf(one.step, told[index], data),
          one.outcome,
          one.forWhom ? `${one.by}（代 ${one.forWhom}）` : one.by,
          one.at,
          saidIn(told[index], one.comment),
        ],
      }));
      const ended = data.run.troubles.flatMap((trouble) => {
        const [about, how] = [unansweredIn(trouble), UNANSWERED[trouble.cause]];
        if (!about || !how || !steps.includes(about.step)) return [];
        const title = changeCutoverProcess.steps[about.step]?.title.zh ?? about.step;
        const cells = [whichOf(title, about, data), how.zh, trouble.by?.name ?? '系统', at(trouble.at), trouble.reason];
        return { at: trouble.at, cells };
      });
      const all = [...rows, ...ended].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      return table(
        title,
        ['事项', '结果', '确认人', '时间', '说明'],
        all.map(({ cells }) => cells),
        none,
      );
    },
    troubles: (title: string): PrintedBlock =>
      table(
        title,
        ['时间', '问题', '步骤', '说明', '提出人'],
        [...data.calledOff, ...data.run.troubles].map(({ at: when, cause, step, reason, by }) => [
          at(when),
          TROUBLE_TITLES[cause].zh,
          step !== null ? `第 ${step} 步` : data.calledOff.some((one) => one.at === when) ? '尚未开始' : '',
          reason,
          by?.name ?? '系统',
        ]),
      ),
  };
}

/** Which step of the plan, or which attempt, something is about. */
function whichOf(title: string, of: Pick<Decision, 'step' | 'item'> | undefined, { plan }: CutoverData): string {
  const { key, attempt } = attemptOf(of?.item);
  const step = plan?.steps[Number(key) - 1];
  const what = step ? `第 ${key} 步 ${of?.step === 'execute' ? step.action : step.undo}` : (ABOUT[key] ?? '');
  const about = [TITLED.includes(of?.step ?? '') || what === '' ? title : '', what].filter((part) => part !== '');
  return `${about.join('：')}${attempt === 1 ? '' : `（第 ${attempt} 次）`}`;
}

/** What is decided about something that failed says what that is. */
const TITLED: readonly string[] = ['backup-trouble', 'undo-trouble', 'restore-trouble'];
const ABOUT: Readonly<Record<string, string>> = { restore: '恢复数据' };

/** What somebody said with a confirmation, and the names of the files that they handed in. */
function saidIn(decision: Decision | undefined, comment: string): string {
  const { form = {}, names = {} } = decision ?? {};
  const files = Array.isArray(form.files) ? form.files.map((id) => names[String(id)] ?? String(id)) : [];
  const words = [titleOfWay(decision), form.result, form.how, comment].filter((part) => typeof part === 'string');
  return [...words, files.length > 0 ? `附件：${files.join('、')}` : ''].filter((part) => part !== '').join('；');
}

function titleOfWay(decision: Decision | undefined): string {
  const { way } = changeCutoverProcess.steps[decision?.step ?? '']?.form.fields ?? {};
  return way?.options?.find(({ value }) => value === decision?.form.way)?.label.zh ?? '';
}

/** The task that nobody answered when it was stopped: it leaves no decision. */
function unansweredIn({ during: { doing, attempt }, step }: Trouble): Pick<Decision, 'step' | 'item'> | null {
  if (doing === 'waiting') return null;
  const item = attemptKey({ key: step === null ? '' : `${step}`, attempt });
  return { step: doing, ...(item === '' ? {} : { item }) };
}

/** Blocks under the numbers of Chinese papers: what is left out leaves no gap. */
function numbered(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  return blocks.map((block, index) =>
    'title' in block ? { ...block, title: `${NUMBERS.charAt(index)}、${block.title}` } : block,
  );
}

const NUMBERS = '一二三四五六七八九十';

function conclusionOf(state: DocumentRequest['state'], { isRolledBack }: CutoverData['run']): string | null {
  if (state === 'open') return null;
  return isRolledBack ? '已回退' : '割接完成';
}

function planOf({ plan }: CutoverData) {
  if (!plan) throw new Error('there is no plan to print');
  return plan;
}

/** The documents of a change [002 §6.4.2]. */
export const CUTOVER_DOCUMENTS: Readonly<Record<string, View>> = {
  'cutover-plan': cutoverPlanDocument,
  'test-report': testReportDocument,
  'cutover-report': cutoverReportDocument,
};
