import type { ChangeAmendment, CutoverTest, CutoverUnrestored } from '../../../models/contracts/change-cutover-forms';
import type { CutoverData } from '../../../models/contracts/change-cutover-run';
import { invalidAt } from '../../http/invalid';
import type { Completed, CompletionCheck } from '../completion-checks';
import { checkChange, checkModel } from '../starts/change-cutover';

/** What the analysis says has to be as true as it was at the start. */
const checkAmendment: CompletionCheck = async ({ db, values, references, data }) => {
  const { request } = data as unknown as CutoverData;
  const analysis = values as ChangeAmendment;
  checkChange({ ...analysis, customer: request.customer, kind: request.kind }, references);
  await checkModel(db, analysis);
};

/** The tests have passed where every test of the plan has, and none beside them failed. */
const checkTests: CompletionCheck = ({ values, outcome, data }) => {
  if (outcome !== 'approve') return;
  const { results } = values as CutoverTest;
  const { plan } = data as unknown as CutoverData;
  for (const [index, { subject, result }] of results.entries())
    if (result !== 'passed') throw invalidAt(`/form/results/${index}/result`, 'test-not-passed', { subject });
  for (const { subject } of plan?.tests ?? [])
    if (!results.some((one) => one.subject === subject)) throw invalidAt('/form/results', 'test-missing', { subject });
};

/** Only what was begun is undone once more. */
const checkUndoneAgain: CompletionCheck = ({ values, data }: Completed) => {
  const { step } = values as CutoverUnrestored;
  const { run } = data as unknown as CutoverData;
  if (step !== undefined && !run.begun.some((one) => one.step === step))
    throw invalidAt('/form/step', 'step-not-begun', { step });
};

/** What a change asks of answers beyond their forms, by step. */
export const CUTOVER_CHECKS: Readonly<Record<string, CompletionCheck>> = {
  amend: checkAmendment,
  test: checkTests,
  'late-test': checkTests,
  'restore-trouble': checkUndoneAgain,
};
