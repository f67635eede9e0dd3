import { processOf } from '../../models/contracts/processes';
import type { Policy } from '../../models/contracts/policy';
import type { ProcessContract } from '../../models/contracts/process';
import type { Database, PolicyRow } from '../../models/db';
import { said } from '../../models/faults';
import { Problem, type Fault } from '../http/problem';

/** The policy in force for a procedure: what an administrator set, else as shipped. */
export async function policyFor(db: Database, process: string): Promise<Policy> {
  const shipped = installed(process);
  const row = await db.policies.findById(process).lean<PolicyRow>();
  return row?.policy ?? shipped.policy;
}

/** The procedure of that name; refuses when there is none. */
export function installed(process: string): ProcessContract {
  const contract = processOf(process);
  if (!contract) throw new Problem('not-found');
  return contract;
}

/** What of a policy does not fit the procedure: deadlines of steps that it has not, amounts that it does not know or lacks. */
export function policyFaults({ steps, policy: shipped }: ProcessContract, policy: Policy): Fault[] {
  const unknownSteps = Object.keys(policy.deadlines).filter((step) => !Object.hasOwn(steps, step));
  const unknownAmounts = Object.keys(policy.amounts).filter((amount) => !Object.hasOwn(shipped.amounts, amount));
  const lacking = Object.keys(shipped.amounts).filter((amount) => !Object.hasOwn(policy.amounts, amount));
  return [
    ...unknownSteps.map((step) => ({ pointer: `/deadlines/${step}`, detail: said('no-such-step') })),
    ...unknownAmounts.map((amount) => ({ pointer: `/amounts/${amount}`, detail: said('no-such-amount') })),
    ...lacking.map((amount) => ({ pointer: `/amounts/${amount}`, detail: said('amount-missing') })),
  ];
}
