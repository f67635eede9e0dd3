import { ApiProblem, isProblem, isWorthRepeating, Unreachable } from '../../api/problem';
import type { Task } from '../../api/types';
import type { bodyOf } from './together';

/** One decision of several, under the key that it keeps however often it is sent. */
export interface Order {
  readonly task: Task;
  readonly key: string;
  readonly body: ReturnType<typeof bodyOf>;
}

/** How a decision fares; one that is unsure failed for a reason that passes, and may be sent again. */
export type Fate =
  | { readonly state: 'waiting' | 'sending' | 'done' }
  | { readonly state: 'refused' | 'unsure'; readonly error: unknown };

/** True when a decision is still to be sent, for the first time or again. */
export function isLeft({ state }: Fate): boolean {
  return state === 'waiting' || state === 'unsure';
}

/** Sends decisions one after another. A refusal stops none of the others; without a server or a sign-in the rest waits. */
export async function decideInTurn(
  orders: readonly Order[],
  send: (order: Order) => Promise<unknown>,
  told: (order: Order, fate: Fate) => void,
  isStopped: () => boolean,
): Promise<void> {
  for (const order of orders) {
    if (isStopped()) return;
    told(order, { state: 'sending' });
    try {
      await send(order);
      told(order, { state: 'done' });
    } catch (error) {
      told(order, { state: passes(error) ? 'unsure' : 'refused', error });
      if (error instanceof Unreachable || isProblem(error, 'not-signed-in')) return;
    }
  }
}

function passes(error: unknown): boolean {
  const isRetryable = error instanceof ApiProblem && error.problem.retryable;
  return isRetryable || isWorthRepeating(error) || isProblem(error, 'not-signed-in');
}
