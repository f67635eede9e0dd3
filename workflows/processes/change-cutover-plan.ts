import type { CutoverData } from '../../models/contracts/change-cutover-run';
import type { CutoverPlan } from '../../models/contracts/change-cutover-forms';
import type { Desk } from '../human-task/desk';

/** What a stage of a change works with. */
export type Cutover = Desk<CutoverData>;

/** The stages whose decisions stand where nothing but the window of a plan moves. */
export const TESTED = ['testing', 'sign-off'] as const;

/** The plan of a case that has got as far as having one. */
export function planOf({ data }: Cutover): CutoverPlan {
  if (!data.plan) throw new Error('there is no plan');
  return data.plan;
}

/** What a standard change begins its plan with: that of the change which it repeats, but for its time and its files. */
export async function repeatedPlan(desk: Cutover): Promise<Readonly<Record<string, unknown>>> {
  const { kind, model } = desk.data.request;
  if (kind !== 'standard' || model === undefined) return {};
  const { plan } = (await desk.knownBy(model, ['plan'])) as { readonly plan?: CutoverPlan };
  if (!plan) return {};
  const { from: _from, to: _to, files: _files, ...repeated } = plan;
  return repeated;
}

/** True where two plans differ in their time only. */
export function isMovedOnly(before: CutoverPlan, plan: CutoverPlan): boolean {
  return JSON.stringify(timeless(before)) === JSON.stringify(timeless(plan));
}

function timeless({ from: _from, to: _to, ...plan }: CutoverPlan) {
  return Object.entries(plan).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** An instant (ISO) so many ms after another. */
export function after(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

/** An instant (ISO) so many ms before another. */
export function before(at: string, ms: number): string {
  return after(at, -ms);
}
