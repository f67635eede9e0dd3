import type { TaskRow } from '../../models/db';
import { eventually } from './eventually';
import type { Installation } from './installation';
import type { Person, Words } from './person';
import { CALLBACK_ANSWER, MAJOR_REPORT, SERVICE_FORMS } from './service-forms';

const PATIENCE_IN_TRIES = 200;

/** Plays hidden dangers, major maintenance and callbacks of the first demo customer. */
export class ServicePlay {
  constructor(private readonly h: Installation) {}

  /** Waits until a step is open, or one thing that it is asked about; the task. */
  async waitsFor(caseId: string, step: string, item?: string): Promise<TaskRow> {
    return await eventually(async () => {
      const which = { caseId, step, status: 'open', ...(item !== undefined && { 'item.key': item }) } as const;
      const task = await this.h.db.tasks.findOne(which).sort({ openedAt: -1 }).lean<TaskRow>();
      if (!task) throw new Error(`${caseId} does not wait for ${step}: ${JSON.stringify(await this.waiting(caseId))}`);
      return task;
    }, PATIENCE_IN_TRIES);
  }

  /** Somebody does a step, once it is open. */
  async does(
    who: string | Person,
    caseId: string,
    step: string,
    outcome: 'submit' | 'approve' | 'reject' = 'submit',
    words: Words = {},
  ): Promise<void> {
    await this.waitsFor(caseId, step);
    const person = typeof who === 'string' ? this.h.as(who) : who;
    if (outcome === 'submit') await person.submits(caseId, step, words);
    if (outcome === 'approve') await person.approves(caseId, step, words);
    if (outcome === 'reject') await person.rejects(caseId, step, words.comment ?? '');
  }

  /** Waits until a case has opened another; its number. */
  async opened(caseId: string): Promise<string> {
    return await eventually(async () => {
      const [link] = (await this.h.caseRow(caseId)).links ?? [];
      if (!link) throw new Error(`${caseId} has opened no case`);
      return link.caseId;
    }, PATIENCE_IN_TRIES);
  }

  /** Measures are set, each due in a day. */
  async measuresSet(who: string, caseId: string, ...owners: readonly string[]): Promise<void> {
    const due = new Date(Date.now() + 24 * 3_600_000).toISOString();
    const measures = owners.map((owner) => ({
      what: `更换模块（${owner}）`,
      kind: 'corrective',
      owner: `U-${owner}`,
      due,
    }));
    await this.does(who, caseId, 'measures', 'submit', { form: { measures, signature: true } });
  }

  /** A measure is carried out, with evidence. */
  async carriesOut(caseId: string, owner: string): Promise<void> {
    await this.waitsFor(caseId, 'carry-out');
    const evidence = [await this.h.as(owner).uploads('照片说明.txt', '已更换')];
    await this.does(owner, caseId, 'carry-out', 'submit', { form: { done: '已更换', evidence, signature: true } });
  }

  /** The customer is answered after the measures, and says whether they are satisfied now. */
  async answers(caseId: string, asked: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.does('sun', caseId, 'answer', 'submit', { form: CALLBACK_ANSWER });
    const form = { ...SERVICE_FORMS['ask-again'], at: new Date().toISOString(), ...asked };
    await this.does('sun', caseId, 'ask-again', 'submit', { form });
  }

  /** Who verifies it finds that a measure works. */
  async verifies(who: string | Person, caseId: string): Promise<void> {
    await this.does(who, caseId, 'verify-measure', 'approve', { form: { checked: '现场查看', signature: true } });
  }

  /** Major maintenance from its staffing until the user is asked. */
  async worked(caseId: string, work: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.does('wang', caseId, 'staff');
    await this.held(caseId);
    await this.reworked(caseId, work);
  }

  /** The meeting of major maintenance, and its minutes. */
  async held(caseId: string): Promise<void> {
    const at = new Date().toISOString();
    const meeting = { at, place: '机房会议室', minutesBy: 'U-yang' };
    await this.does('zhao', caseId, 'meeting', 'submit', { form: meeting });
    const minutes = {
      attendees: '赵工、杨开发、马运行',
      discussed: '电源模块告警',
      resolved: '全部更换',
      signature: true,
    };
    await this.does('yang', caseId, 'minutes', 'submit', { form: minutes });
  }

  /** The work of an attempt, and the report on it. */
  async reworked(caseId: string, work: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.does('zhao', caseId, 'work', 'submit', { form: { ...SERVICE_FORMS.work, ...work } });
    await this.does('zhao', caseId, 'write-report', 'submit', { form: MAJOR_REPORT });
    await this.waitsFor(caseId, 'confirm');
  }

  private async waiting(caseId: string) {
    return (await this.h.caseRow(caseId)).waiting;
  }
}
