import type { Deadline, Policy, Rung } from '../../models/contracts/policy';
import type { ProcessContract, StepContract } from '../../models/contracts/process';
import type { Database } from '../../models/db';
import { said, type FaultCode } from '../../models/faults';
import type { Fault } from '../http/problem';

const CALLING: readonly Rung['does'][] = ['call-next', 'call-manager'];

/** What of a policy does not fit the steps that whoever is on duty takes: unknown ones, those of others than the company's teams, ends, and calls where nobody is on duty. */
export function dutyFaults(steps: ProcessContract['steps'], { onDuty = {}, deadlines }: Policy): Fault[] {
  const ofSteps = Object.entries(onDuty).flatMap(([step, { acknowledge, progress }]): Fault[] => {
    const pointer = `/onDuty/${step}`;
    if (!Object.hasOwn(steps, step)) return [{ pointer, detail: said('no-such-step') }];
    const fault = whyNotOnDuty(steps[step]);
    if (fault) return [{ pointer, detail: said(fault) }];
    return [...endingRungs(`${pointer}/acknowledge`, acknowledge), ...endingRungs(`${pointer}/progress`, progress)];
  });
  const elsewhere = Object.entries(deadlines).flatMap(([step, { ladder }]) =>
    ladder.flatMap(({ does }, index): Fault[] =>
      CALLING.includes(does) && !Object.hasOwn(onDuty, step)
        ? [{ pointer: `/deadlines/${step}/ladder/${index}/does`, detail: said('call-without-duty') }]
        : [],
    ),
  );
  return [...ofSteps, ...elsewhere];
}

/** Being on duty is for work that a team of the company takes in hand, not for what somebody says by their office. */
function whyNotOnDuty(step: StepContract | undefined): FaultCode | null {
  if (step?.isForApplicant) return 'step-of-applicant';
  if (step?.isForCustomer) return 'duty-of-customer';
  return step?.isApproval ? 'duty-approves' : null;
}

/** The teams of a policy that there are not. */
export async function teamFaults(db: Database, { onDuty = {} }: Policy): Promise<Fault[]> {
  const wanted = Object.entries(onDuty);
  if (wanted.length === 0) return [];
  const known = await db.teams.distinct('_id', { _id: { $in: wanted.map(([, { team }]) => team) } });
  return wanted.flatMap(([step, { team }]) =>
    known.includes(team) ? [] : [{ pointer: `/onDuty/${step}/team`, detail: said('no-such-team') }],
  );
}

// A task that nobody takes in hand in time goes to the next; only its deadline ends the case.
function endingRungs(pointer: string, limit: Deadline | undefined): Fault[] {
  return (limit?.ladder ?? []).flatMap(({ does }, index) =>
    does === 'expire' ? [{ pointer: `${pointer}/ladder/${index}/does`, detail: said('watch-ends-nothing') }] : [],
  );
}
