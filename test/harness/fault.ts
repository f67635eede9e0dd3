import type { FaultData } from '../../models/contracts/fault-run';
import type { CaseRow, TaskRow } from '../../models/db';
import { eventually } from './eventually';
import { FAULT_FORMS, faultBody, handling, visitForms } from './fault-forms';
import type { Installation } from './installation';
import type { Words } from './person';

type Form = Readonly<Record<string, unknown>>;

/** Plays a fault of the first demo customer: 郑服务台 enters it, 李工 takes it, 刘处长 confirms. */
export class FaultPlay {
  constructor(private readonly h: Installation) {}

  /** A fault that was entered. */
  async entered(request: Form = {}, by = 'zheng'): Promise<string> {
    return await this.h.as(by).starts(faultBody(request));
  }

  /** A fault that 李工 has taken, and called the user about. */
  async answered(request: Form = {}): Promise<string> {
    const caseId = await this.entered(request);
    await this.does('li', caseId, 'respond');
    await this.waitsFor(caseId, 'handle');
    return caseId;
  }

  /** A fault that was solved by phone, and whose cause is known. */
  async solved(request: Form = {}): Promise<string> {
    const caseId = await this.answered(request);
    await this.handles(caseId, 'solved');
    await this.does('li', caseId, 'cause');
    return caseId;
  }

  /** The engineer handles it, and says how it goes on. */
  async handles(caseId: string, outcome: string, change: Form = {}, who = 'li'): Promise<void> {
    await this.does(who, caseId, 'handle', { form: handling(outcome, change) });
  }

  /** What is in hand is solved, its cause is known, and the customer confirms: the fault ends. */
  async finishes(caseId: string, who = 'li'): Promise<CaseRow> {
    await this.handles(caseId, 'solved', {}, who);
    await this.does(who, caseId, 'cause');
    await this.does('liu', caseId, 'confirm');
    return await this.ended(caseId);
  }

  /** Waits until a step is open, since what the case does by itself before takes its time; the task. */
  async waitsFor(caseId: string, step: string): Promise<TaskRow> {
    return await eventually(async () => {
      const task = await this.h.db.tasks
        .findOne({ caseId, step, status: 'open' })
        .sort({ openedAt: -1 })
        .lean<TaskRow>();
      if (!task)
        throw new Error(
          `${caseId} does not wait for ${step}: ${JSON.stringify((await this.h.caseRow(caseId)).waiting)}`,
        );
      return task;
      // What a worker that was killed had begun is taken up again when its time is over.
    }, 300);
  }

  /** Somebody does a step, once it is open. */
  async does(who: string, caseId: string, step: string, words: Words = {}): Promise<void> {
    const form = words.form ?? { ...FAULT_FORMS, ...visitForms() }[step] ?? {};
    const { outcomes } = await this.waitsFor(caseId, step);
    if (outcomes.includes('approve')) await this.h.as(who).approves(caseId, step, { ...words, form });
    else await this.h.as(who).submits(caseId, step, { ...words, form });
  }

  /** The case of a procedure that a fault has opened last. */
  async opened(caseId: string, process: string): Promise<string> {
    return await eventually(async () => {
      const link = (await this.h.caseRow(caseId)).links?.findLast((one) => one.process === process);
      if (!link) throw new Error(`${caseId} has opened no ${process}`);
      return link.caseId;
    });
  }

  /** An on-site service up to the signature: ordered, gone, worked. */
  async worksOnSite(visit: string, work: Form = {}): Promise<void> {
    await this.does('zheng', visit, 'order');
    await this.does('zhao', visit, 'accept');
    await this.does('zhao', visit, 'depart');
    await this.does('zhao', visit, 'arrive');
    await this.does('zhao', visit, 'work', { form: { ...visitForms().work, ...work } });
  }

  /** What a fault knows of itself. */
  async data(caseId: string): Promise<FaultData> {
    return (await this.h.caseRow(caseId)).data as unknown as FaultData;
  }

  /** A fault that has ended; the service desk of the tests calls nobody back. */
  async ended(caseId: string): Promise<CaseRow> {
    return await this.h.ended(caseId);
  }
}
