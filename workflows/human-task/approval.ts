import type { Desk } from './desk';
import { ahead, back, next, type Go } from './procedure';
import type { Question } from './question';

/**
 * Asks for an approval: 同意 goes on, 驳回 goes ahead to where refusals are filed, 退回 goes back to the stage that the
 * approver names. Nobody approves what they applied for. Where the policy names a panel for the step, several decide together.
 */
export async function approval<Data>(desk: Desk<Data>, question: Question, rejectedTo: string): Promise<Go> {
  const decision = await desk.ask({
    ...question,
    ...desk.panel(question.step),
    outcomes: ['approve', 'reject', 'return'],
    excludesApplicant: true,
  });
  if (decision.outcome === 'reject') return ahead(rejectedTo);
  if (decision.outcome === 'return') return back(decision.returnTo ?? '');
  return next();
}
