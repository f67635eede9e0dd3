import type { TaskRow } from '../../models/db';
import { complaintBody, measure } from './complaint-forms';
import { eventually } from './eventually';
import type { Installation } from './installation';
import type { Words } from './person';

/** Plays a complaint of the first demo customer: 郑服务台 enters it, 刘处长 complains, the demo people deal with it. */
export class ComplaintPlay {
  constructor(private readonly h: Installation) {}

  /** A complaint that was entered. */
  async entered(request: Readonly<Record<string, unknown>> = {}, by = 'zheng'): Promise<string> {
    return await this.h.as(by).starts(complaintBody(request));
  }

  /** Waits until a step is open, since what the case does by itself before takes its time; the task. */
  async waitsFor(caseId: string, step: string): Promise<TaskRow> {
    return await eventually(async () => {
      const task = await this.h.db.tasks
        .findOne({ caseId, step, status: 'open' })
        .sort({ openedAt: -1 })
        .lean<TaskRow>();
      if (!task) throw new Error(`${caseId} does not wait for ${step}`);
      return task;
    });
  }

  /** Somebody does a step, once it is open. */
  async does(who: string, caseId: string, step: string, how: 'submit' | 'approve' = 'submit', words: Words = {}) {
    await this.waitsFor(caseId, step);
    if (how === 'approve') await this.h.as(who).approves(caseId, step, words);
    else await this.h.as(who).submits(caseId, step, words);
  }

  /** What was found is talked over, and the report on it is written; by who follows it. */
  async reported(caseId: string, by = 'sun', report: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.does(by, caseId, 'facts');
    await this.does(by, caseId, 'meeting');
    await this.does('zhao', caseId, 'minutes');
    await this.does(by, caseId, 'write-report', 'submit', { form: { ...REPORT, ...report } });
  }

  /** The measures are set. */
  async measuresSet(caseId: string, by = 'sun', measures: readonly object[] = [measure('zhao')]): Promise<void> {
    await this.does(by, caseId, 'measures', 'submit', { form: { measures, signature: true } });
  }

  /** A measure is carried out, with evidence. */
  async carriesOut(caseId: string, owner: string): Promise<void> {
    const person = this.h.as(owner);
    const evidence = [await person.uploads('签到表.txt', '签到')];
    const form = { done: '已完成', evidence, signature: true };
    await this.does(owner, caseId, 'carry-out', 'submit', { form });
  }

  /** A complaint of which the customer was told what came of it. */
  async answered(caseId: string, by = 'sun', approver = 'wang', phones = async () => {}): Promise<void> {
    await this.reported(caseId, by);
    await this.does(approver, caseId, 'report-review', 'approve');
    await this.measuresSet(caseId, by);
    await this.carriesOut(caseId, 'zhao');
    await this.does('shen', caseId, 'verify-measure', 'approve');
    await this.does(by, caseId, 'answer');
    await phones();
    await this.waitsFor(caseId, 'satisfaction');
  }
}

const REPORT = {
  problem: '现场服务不规范',
  rectification: '更换驻场人员，当面致歉',
  prevention: '新到岗人员先培训后上岗',
  operations: 'no',
  signature: true,
};
