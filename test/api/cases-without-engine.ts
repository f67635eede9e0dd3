import type { StartInput, StepAnswer } from '../../models/contracts/record';
import type { ApiUnderTest } from './api-under-test';
import { caseRow, taskRow } from './case-rows';

/** Lets cases begin without an engine: each begun is a row that waits to be graded, and withdrawn ones give their locks back. */
export function casesWithoutEngine(api: ApiUnderTest): { readonly begun: StartInput[]; readonly withdrawn: string[] } {
  const [begun, withdrawn] = [[] as StartInput[], [] as string[]];
  beforeEach(() => {
    const answerOf = (caseId: string, input: Pick<StepAnswer, 'key' | 'bodyHash'>): StepAnswer => ({
      ...{ key: input.key, bodyHash: input.bodyHash, caseId, taskId: null, outcome: 'started' },
      ...{ at: api.deps.now().toISOString(), caseState: 'open', stage: 'triage', nextTasks: [] },
    });
    jest.spyOn(api.deps.gateway, 'begin').mockImplementation(async (input) => {
      const { id, customer, applicant, subject, startedAt } = input.head;
      const head = { process: 'fault', customerId: customer?.id ?? null, subject, stage: 'triage' };
      if (!(await api.db.cases.exists({ _id: id }))) {
        begun.push(input);
        const at = { startedAt: new Date(startedAt), updatedAt: new Date(startedAt) };
        await api.db.cases.create([
          caseRow(id, { ...head, customer, applicant, ...at, data: { request: input.request } }),
        ]);
        const asked = { _id: `${id}.triage.1`, ...head, applicant, step: 'triage', excluded: [] };
        await api.db.tasks.create([taskRow(id, { ...asked, outcomes: ['submit'] })]);
      }
      return answerOf(id, { key: input.answerKey, bodyHash: input.bodyHash });
    });
    jest.spyOn(api.deps.gateway, 'withdraw').mockImplementation(async (caseId, { key, bodyHash }) => {
      withdrawn.push(caseId);
      await endCase(api, caseId, 'withdrawn');
      return answerOf(caseId, { key, bodyHash });
    });
  });
  return { begun, withdrawn };
}

/** A case ends, and gives its locks back. */
export async function endCase({ db }: ApiUnderTest, caseId: string, state: 'withdrawn' | 'completed'): Promise<void> {
  await db.cases.updateOne({ _id: caseId }, { $set: { state, closedAt: new Date() } });
  await db.intake.updateOne({ _id: caseId }, { $set: { state: 'closed' }, $unset: { locks: 1 } });
}
