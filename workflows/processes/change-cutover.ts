import { auditAnswers } from '../../models/cutover-audit';
import { AUDIT_QUESTIONS } from '../../models/cutover-words';
import type { CutoverData } from '../../models/contracts/change-cutover-run';
import type {
  ChangeAmendment,
  ChangeRequest,
  CutoverAudit,
  CutoverPlan,
} from '../../models/contracts/change-cutover-forms';
import type { Text } from '../../models/contracts/text';
import { approval } from '../human-task/approval';
import { ahead, back, end, next, procedure, type Go } from '../human-task/procedure';
import { attemptItem } from './change-cutover-items';
import { isMovedOnly, planOf, repeatedPlan, TESTED, type Cutover } from './change-cutover-plan';
import { rollBack } from './change-cutover-roll-back';
import { calledOff, cutOver, newRun, observed } from './change-cutover-run';
import { clashItem, isFree, untilWindow, windowOf } from './change-cutover-window';

const OPINION = { id: 'cutover.opinion', version: 1 } as const;
const EITHER = ['approve', 'reject'] as const;

/** 变更割接 [002 §6.4.2]: analysed, planned, tested, agreed to, done step by step in its window, and rolled back where it fails. */
export const changeCutover = procedure<CutoverData>({
  begin: (input) => ({
    request: input.request as unknown as ChangeRequest,
    names: {},
    plan: null,
    clashes: null,
    filed: {},
    run: newRun(),
    calledOff: [],
    audit: [],
  }),

  stages: {
    // 在需求修改前对修改内容与影响范围进行调查与分析: the request holds both; sent back, the applicant amends it.
    async request(desk) {
      if (!desk.isRepeated) return next();
      const { customer, kind, ...prefill } = desk.data.request;
      const amended = await desk.ask<ChangeAmendment>({
        step: 'amend',
        whom: desk.applicant,
        form: { id: 'cutover.amendment', version: 1 },
        prefill,
      });
      desk.data.request = { customer, kind, ...amended.form };
      desk.data.names = { ...desk.data.names, ...amended.names };
      return next();
    },

    // 系统的修改按割接计划进行: steps each with its undo, check and limit, the window, the backup, who watches, the test plan.
    async plan(desk) {
      const before = desk.data.plan;
      const planned = await desk.ask<CutoverPlan>({
        step: 'plan',
        whom: desk.applicant,
        form: { id: 'cutover.plan', version: 1 },
        prefill: before ?? (await repeatedPlan(desk)),
      });
      // What was tested and signed off stands as long as nothing but the window moves.
      if (before && !isMovedOnly(before, planned.form)) desk.revoke(...TESTED);
      desk.data.plan = planned.form;
      desk.data.names = { ...desk.data.names, ...planned.names };
      return next();
    },

    // Not on public holidays, and not together with another cutover of the same device or system, unless the maintenance manager says so.
    async 'clash-review'(desk) {
      desk.reserve(windowOf(desk));
      const clashes = await desk.clashes();
      desk.data.clashes = clashes;
      // Of an emergency that is asked once, where it is let through.
      if (isFree(clashes) || desk.data.request.kind === 'emergency') return next();
      const whom = desk.role('maintenance-manager');
      const item = clashItem(clashes);
      return await approval(desk, { step: 'clash-review', whom, form: OPINION, item }, 'archive');
    },

    // 修改程序的测试按测试计划进行，由用户参加: as thorough as for new software; tests that fail lead back to the plan.
    async testing(desk) {
      if (desk.data.request.kind !== 'normal' || desk.standing('test')) return next();
      const tested = await desk.ask({
        step: 'test',
        whom: desk.applicant,
        form: { id: 'cutover.test', version: 1 },
        outcomes: EITHER,
        prefill: { results: planOf(desk).tests },
      });
      return tested.outcome === 'approve' ? next() : back('plan', { cause: failedTests(tested.comment) });
    },

    // 测试结果得到开发、运行、维护及用户负责人的认可，记录下来，并进行保管.
    async 'sign-off'(desk) {
      if (desk.data.request.kind !== 'normal' || desk.standing('sign-off')) return next();
      const go = await approval(desk, { step: 'sign-off', ...fourParties(desk) }, 'archive');
      if (go.go === 'next') desk.data.filed['test-report'] = await desk.file('test-report', 'open');
      return go;
    },

    // 割接前向用户提交割接计划，在得到用户负责人的同意后实施; an emergency is let through by the maintenance manager, and approved afterwards.
    async gate(desk) {
      const { kind } = desk.data.request;
      desk.data.filed['cutover-plan'] = await desk.file('cutover-plan', 'open');
      if (kind === 'emergency') return await emergencyGo(desk);
      const whom = desk.role('customer-lead');
      return await approval(desk, { step: 'user-approval', whom, form: OPINION }, 'archive');
    },

    // Nobody begins before the window, nor in one that something new stands in the way of; one that is over is planned anew.
    window: (desk) => untilWindow(desk),

    // 割接: backup confirmed, each step done and confirmed in its turn, the system verified; or it is rolled back, where anything was begun.
    async cutover(desk) {
      const trouble = await cutOver(desk);
      if (!trouble) return next();
      return desk.data.run.begun.length > 0 ? ahead('roll-back') : calledOff(desk, trouble);
    },

    // 运行中若出现问题及时恢复到修改前程序: trouble in the observation rolls back as well.
    observation: async (desk) => ((await observed(desk)) ? next() : ahead('report')),

    // 恢复到修改前程序，对数据进行备份: the undos in reverse order, each confirmed; then the data.
    async 'roll-back'(desk) {
      await rollBack(desk);
      desk.data.run.isRolledBack = true;
      return next();
    },

    // 割接后向用户反馈割接报告; the user lead signs for it.
    async report(desk) {
      await desk.ask({ step: 'report', whom: desk.applicant, form: { id: 'cutover.report', version: 1 } });
      desk.data.filed['cutover-report'] = await desk.file('cutover-report', 'open');
      await desk.ask({ step: 'report-receipt', whom: desk.role('customer-lead'), form: OPINION });
      return next();
    },

    // An emergency is tested and approved afterwards, with a deadline; a refusal is on record, and the audit says so.
    async 'late-approval'(desk) {
      if (desk.data.request.kind !== 'emergency') return next();
      // What was rolled back is there no more, and nobody has to test it.
      if (!desk.data.run.isRolledBack) await testedLate(desk);
      const whom = desk.role('customer-lead');
      await desk.ask({ step: 'late-approval', whom, form: OPINION, outcomes: EITHER, excludesApplicant: true });
      return next();
    },

    // 在系统需求更新时，文档内容进行更新，并留下更新记录; 文档更新得到相关人员认可.
    async documents(desk) {
      if (desk.data.run.isRolledBack) return next();
      for (let attempt = 1; ; attempt += 1) {
        const item = attempt === 1 ? {} : { item: attemptItem({ key: '', title: null }, attempt) };
        const form = { id: 'cutover.documents', version: 1 };
        await desk.ask({ step: 'update-documents', whom: desk.role('config-manager'), form, ...item });
        const approved = await desk.ask({
          step: 'document-approval',
          whom: desk.role('maintenance-manager'),
          form: OPINION,
          outcomes: EITHER,
          ...item,
        });
        if (approved.outcome === 'approve') return next();
      }
    },

    // The twelve questions are answered from the case; what no record can answer is asked of QA.
    async audit(desk) {
      const answers = auditAnswers({ ...desk.recorded, data: desk.data });
      const asked = answers.filter(({ answer }) => answer === 'ask');
      for (const { question } of asked) {
        const told = await desk.ask<CutoverAudit>({
          step: 'audit',
          whom: desk.role('qa'),
          form: { id: 'cutover.audit', version: 1 },
          item: { key: question, title: AUDIT_QUESTIONS[question] },
        });
        const cites = [{ kind: 'task', id: told.taskId, at: told.at } as const];
        const said = { question, answer: told.form.answer, basis: told.form.basis, cites };
        answers.splice(
          answers.findIndex((one) => one.question === question),
          1,
          said,
        );
      }
      desk.data.audit = answers;
      return next();
    },

    // 割接报告, signed.
    async archive(desk) {
      if (!desk.standing('report')) return end('rejected');
      const state = desk.data.run.isRolledBack ? 'rolled-back' : 'completed';
      desk.data.filed['cutover-report'] = await desk.file('cutover-report', state);
      return end(state);
    },
  },

  noEndingFrom: 'cutover',
});

/** 会签: development, operations, maintenance and the user lead, all of them. */
function fourParties(desk: Cutover) {
  const roles = ['development-lead', 'operations-lead', 'maintenance-manager', 'customer-lead'] as const;
  const [first, ...others] = roles.map((role) => desk.role(role));
  if (!first) throw new Error('nobody signs');
  return { whom: first, among: [first, ...others], quorum: { kind: 'all', hasVeto: false }, form: OPINION } as const;
}

/** Lets an emergency through, together with what it clashes with; its plan goes to the user then, who cannot be waited for. */
async function emergencyGo(desk: Cutover): Promise<Go> {
  const { clashes } = desk.data;
  const item = clashes && !isFree(clashes) ? { item: clashItem(clashes) } : {};
  const whom = desk.role('maintenance-manager');
  const go = await approval(desk, { step: 'emergency-go', whom, form: OPINION, ...item }, 'archive');
  const { from, to } = planOf(desk);
  if (go.go === 'next')
    desk.tell('cutover-announced', { windowBeginsAt: from, windowEndsAt: to }, desk.role('customer-lead'));
  return go;
}

/** 补做测试: what could not be tested before is tested, and the result signed off and kept, whatever it is. */
async function testedLate(desk: Cutover): Promise<void> {
  await desk.ask({
    step: 'late-test',
    whom: desk.applicant,
    form: { id: 'cutover.test', version: 1 },
    outcomes: EITHER,
    prefill: { results: planOf(desk).tests },
  });
  await desk.ask({ step: 'late-sign-off', ...fourParties(desk), outcomes: EITHER, excludesApplicant: true });
  desk.data.filed['test-report'] = await desk.file('test-report', 'open');
}

function failedTests(comment: string): Text {
  return { zh: `测试不通过：${comment}`, en: `the tests failed: ${comment}` };
}
