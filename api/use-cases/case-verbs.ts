import { processOf } from '../../models/contracts/processes';
import type { CaseRow, Database, TaskRow } from '../../models/db';
import { votersOf } from '../../models/quorum';
import { holdsOneFor } from '../access';
import type { SignedIn } from '../authentication';
import { policyOfCase } from './policy';

/** How this person may end a case now; the case itself has the last word. */
export interface CaseVerbs {
  readonly withdraw: boolean;
  readonly cancel: boolean;
}

/** What the rules of `workflows/human-task/rules.ts` come to, as far as the record tells: for pages that offer it or do not. */
export async function caseVerbs(
  db: Database,
  me: SignedIn,
  row: CaseRow,
  tasks: readonly TaskRow[],
): Promise<CaseVerbs> {
  // What works by itself goes on first.
  const isWaiting = row.waiting.kind !== 'work' && row.waiting.kind !== 'nothing';
  if (row.state !== 'open' || !isWaiting || isPastEnding(row) || isOnTheirWork(row, me))
    return { withdraw: false, cancel: false };
  const steps = processOf(row.process)?.steps;
  const isApproved = ({ step, outcome }: TaskRow) => outcome === 'approve' && steps?.[step]?.isApproval === true;
  const isDecided = tasks.some((task) => !task.isVoid && (isApproved(task) || votersOf(task).length > 0));
  const { cancelRoles } = await policyOfCase(db, row._id, row.process);
  return {
    withdraw: row.applicant.id === me.id && !isDecided && !isTakenUp(row, tasks),
    cancel: holdsOneFor(me, cancelRoles, row.customerId),
  };
}

// Who is judged does not end the judging.
function isOnTheirWork({ process, data }: CaseRow, { id }: SignedIn): boolean {
  return processOf(process)?.noEndingBy?.(data.request).includes(id) ?? false;
}

function isTakenUp({ process, stage }: CaseRow, tasks: readonly TaskRow[]): boolean {
  const { stages = {}, noWithdrawalFrom } = processOf(process) ?? {};
  if (noWithdrawalFrom === undefined) return false;
  const order = Object.keys(stages);
  const isClaimed = ({ participants }: TaskRow) => participants.some(({ assignee }) => assignee !== null);
  const ofStage = tasks.filter((task) => task.stage === noWithdrawalFrom);
  return order.indexOf(stage) > order.indexOf(noWithdrawalFrom) || ofStage.some(isClaimed);
}

// The stages stand in the order in which a case goes through them.
function isPastEnding({ process, stage }: CaseRow): boolean {
  const { stages = {}, noEndingFrom } = processOf(process) ?? {};
  const order = Object.keys(stages);
  return noEndingFrom !== undefined && order.indexOf(stage) >= order.indexOf(noEndingFrom);
}
