import { changeBody, planForm, TESTED, type Planned } from './cutover-forms';
import type { Installation } from './installation';

/** Plays a cutover of the first demo customer: 李工 applies, plans and tests, the demo people decide. */
export class CutoverPlay {
  constructor(private readonly h: Installation) {}

  /** A change whose plan is submitted. */
  async planned(plan: Planned = {}, request: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const li = this.h.as('li');
    const caseId = await li.starts(changeBody(request));
    await li.submits(caseId, 'plan', { form: planForm(plan) });
    return caseId;
  }

  /** The sign-off of the tests by the four parties. */
  async signedOff(caseId: string, step = 'sign-off'): Promise<void> {
    for (const who of ['yang', 'ma', 'tang', 'liu']) await this.h.as(who).approves(caseId, step);
  }

  /** A change that the user lead has agreed to; in its window already unless the plan says otherwise. */
  async approved(plan: Planned = {}, request: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const caseId = await this.planned(plan, request);
    await this.agreed(caseId);
    return caseId;
  }

  /** What is planned is tested, signed off, and agreed to. */
  async agreed(caseId: string): Promise<void> {
    await this.h.as('li').approves(caseId, 'test', { form: TESTED });
    await this.signedOff(caseId);
    await this.h.as('liu').approves(caseId, 'user-approval');
  }

  /** All steps are done: verified, observed, reported, documented, and ended. */
  async ends(caseId: string): Promise<void> {
    await this.h.as('ma').approves(caseId, 'verify');
    await this.h.as('ma').approves(caseId, 'observed');
    await this.reported(caseId);
    await this.documented(caseId);
    await this.h.ended(caseId);
  }

  /** A change that is backed up in its window, with this many steps done. */
  async begun(done: number, plan: Planned = {}, request: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const caseId = await this.approved(plan, request);
    await this.h.as('zhao').approves(caseId, 'backup');
    await this.does(caseId, 1, done);
    return caseId;
  }

  /** Steps are done and confirmed, from one to another. */
  async does(caseId: string, from: number, to: number): Promise<void> {
    for (let step = from; step <= to; step += 1) await this.h.as(handOf(step)).approves(caseId, 'execute');
  }

  /** A step fails its check. */
  async fails(caseId: string, step: number, why = '日志报错'): Promise<void> {
    await this.h.as(handOf(step)).rejects(caseId, 'execute', why);
  }

  /** All is undone from a step down to the first, the data are restored, and the operations lead has verified it. */
  async rollsBack(caseId: string, from: number): Promise<void> {
    await this.h.as('zhao').approves(caseId, 'backup-before-undo');
    for (let step = from; step >= 1; step -= 1) await this.h.as(handOf(step)).approves(caseId, 'undo');
    await this.h.as('zhao').approves(caseId, 'restore');
    await this.h.as('ma').approves(caseId, 'verify-restored');
  }

  /** The report is written and signed for. */
  async reported(caseId: string): Promise<void> {
    await this.h.as('li').submits(caseId, 'report');
    await this.h.as('liu').submits(caseId, 'report-receipt');
  }

  /** The documents are brought up to date, which somebody approves. */
  async documented(caseId: string): Promise<void> {
    await this.h.as('cao').submits(caseId, 'update-documents');
    await this.h.as('tang').approves(caseId, 'document-approval');
  }
}

function handOf(step: number): string {
  return step % 2 === 1 ? 'li' : 'zhao';
}
