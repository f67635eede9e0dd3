import { processOf } from '../../models/contracts/processes';
import type { Panel } from '../../models/contracts/quorum';
import type { Policy, Rung } from '../../models/contracts/policy';
import type { ProcessContract } from '../../models/contracts/process';
import type { Database, PolicyRow } from '../../models/db';
import { said } from '../../models/faults';
import { Problem, type Fault } from '../http/problem';
import { dutyFaults } from './duty-policy';

/** The policy in force for a procedure: what an administrator set, else as shipped. */
export async function policyFor(db: Database, process: string): Promise<Policy> {
  const shipped = installed(process);
  const row = await db.policies.findById(process).lean<PolicyRow>();
  return row?.policy ?? shipped.policy;
}

/** The policy with which a case began. */
export async function policyOfCase(db: Database, caseId: string, process: string): Promise<Policy> {
  const begun = await db.intake.findById(caseId, { 'input.policy': 1 }).lean();
  return begun?.input.policy ?? (await policyFor(db, process));
}

/** The procedure of that name; refuses when there is none. */
export function installed(process: string): ProcessContract {
  const contract = processOf(process);
  if (!contract) throw new Problem('not-found');
  return contract;
}

const MOVING_A_TASK: readonly Rung['does'][] = ['hand-over', 'call-next', 'call-manager'];

/** What of a policy does not fit the procedure: deadlines of steps or clocks that it has not, amounts that it does not know or lacks, panels of what is no approval. */
export function policyFaults({ steps, clocks = {}, policy: shipped }: ProcessContract, policy: Policy): Fault[] {
  const unknownSteps = Object.keys(policy.deadlines).filter((step) => !Object.hasOwn(steps, step));
  const unknownClocks = Object.keys(policy.caseDeadlines ?? {}).filter((clock) => !Object.hasOwn(clocks, clock));
  const unknownAmounts = Object.keys(policy.amounts).filter((amount) => !Object.hasOwn(shipped.amounts, amount));
  const lacking = Object.keys(shipped.amounts).filter((amount) => !Object.hasOwn(policy.amounts, amount));
  const handingOver = Object.entries(policy.caseDeadlines ?? {}).flatMap(([clock, { ladder }]) =>
    ladder.flatMap(({ does }, index) =>
      MOVING_A_TASK.includes(does) ? [`/caseDeadlines/${clock}/ladder/${index}/does`] : [],
    ),
  );
  return [
    ...handingOver.map((pointer) => ({ pointer, detail: said('hand-over-of-whole-case') })),
    ...panelFaults(steps, policy.panels ?? {}),
    ...dutyFaults(steps, policy),
    ...signatureFaults(steps, policy.signatures ?? {}),
    ...Object.keys(policy.deadlines)
      .filter((step) => steps[step]?.limit !== undefined)
      .map((step) => ({ pointer: `/deadlines/${step}`, detail: said('limit-of-case') })),
    ...unknownSteps.map((step) => ({ pointer: `/deadlines/${step}`, detail: said('no-such-step') })),
    ...unknownClocks.map((clock) => ({ pointer: `/caseDeadlines/${clock}`, detail: said('no-such-clock') })),
    ...unknownAmounts.map((amount) => ({ pointer: `/amounts/${amount}`, detail: said('no-such-amount') })),
    ...lacking.map((amount) => ({ pointer: `/amounts/${amount}`, detail: said('amount-missing') })),
  ];
}

function signatureFaults(steps: ProcessContract['steps'], signatures: NonNullable<Policy['signatures']>): Fault[] {
  return Object.keys(signatures).flatMap((step) => {
    const pointer = `/signatures/${step}`;
    if (!Object.hasOwn(steps, step)) return { pointer, detail: said('no-such-step') };
    const isSigned = Object.values(steps[step]?.form.fields ?? {}).some(({ kind }) => kind === 'signature');
    return isSigned ? [] : { pointer, detail: said('signs-nothing') };
  });
}

function panelFaults(steps: ProcessContract['steps'], panels: Readonly<Record<string, Panel>>): Fault[] {
  return Object.entries(panels).flatMap(([step, { among, quorum }]) => {
    const pointer = `/panels/${step}`;
    if (!Object.hasOwn(steps, step)) return { pointer, detail: said('no-such-step') };
    if (!steps[step]?.isApproval) return { pointer, detail: said('not-an-approval') };
    if (steps[step].hasFixedPanel) return { pointer, detail: said('panel-is-fixed') };
    const isTooMany = quorum.kind === 'count' && quorum.needed > among.length;
    const detail = said('more-needed-than-asked', { seats: among.length });
    return isTooMany ? { pointer: `${pointer}/quorum/needed`, detail } : [];
  });
}
