import { foldedName } from '../../../models/clashes';
import type { ChangeAmendment, ChangeRequest } from '../../../models/contracts/change-cutover-forms';
import type { CutoverData } from '../../../models/contracts/change-cutover-run';
import type { Database } from '../../../models/db';
import { invalidAt } from '../../http/invalid';
import type { References } from '../references';
import type { Preparation, Prepared } from '../start-case';

const PROCESS = 'change-cutover';
const MODEL = '/form/model';

// What a change is about: devices and a business system of one customer; a standard one repeats a cutover that went well.
const prepareChange: Preparation['prepare'] = (values, references): Prepared => {
  const request = values as ChangeRequest;
  const { customer, kind, title, system } = request;
  checkChange(request, references);
  return {
    customerId: customer,
    subject: `${title}（${system}）`,
    priority: kind === 'emergency' ? 'urgent' : 'normal',
    locks: [],
    facts: { devices: references.devices },
    about: {
      deviceIds: references.devices.map(({ _id }) => _id),
      numbers: references.devices.flatMap(({ serialNumber, assetNumber }) => [serialNumber, assetNumber]),
      words: [system],
    },
  };
};

/** Refuses a change of another customer's devices, and a standard one that repeats no completed cutover of this customer. */
export function checkChange(
  { customer, kind, ...analysis }: Pick<ChangeRequest, 'customer' | 'kind'> & ChangeAmendment,
  { devices, cases }: Pick<References, 'devices' | 'cases'>,
): void {
  const { model } = analysis;
  for (const [index, { device: id }] of (analysis.devices ?? []).entries()) {
    const device = devices.find(({ _id }) => _id === id);
    if (device?.customerId !== customer) throw invalidAt(`/form/devices/${index}/device`, 'device-of-another-customer');
  }
  if (kind === 'standard' && model === undefined) throw invalidAt(MODEL, 'standard-without-model');
  if (model === undefined) return;
  const repeated = cases.find(({ _id }) => _id === model);
  const isOurs = repeated?.process === PROCESS && repeated.state === 'completed' && repeated.customerId === customer;
  if (!isOurs) throw invalidAt(MODEL, 'model-not-approved', { id: model });
}

/** Refuses to repeat what was neither tested nor signed off, was refused afterwards, or was done to another system. */
export async function checkModel(db: Database, { model: id, system }: ChangeAmendment): Promise<void> {
  if (id === undefined) return;
  const row = await db.cases.findById(id, { 'data.request': 1 }).lean();
  const request = (row?.data as Partial<CutoverData> | undefined)?.request;
  if (request?.kind !== 'normal') throw invalidAt(MODEL, 'model-not-normal', { id });
  if (foldedName(request.system) !== foldedName(system))
    throw invalidAt(MODEL, 'model-of-another-system', { id, system: request.system });
  const asked = await db.tasks
    .find({ caseId: id, isVoid: false, step: { $in: ['sign-off', ...LATE] } }, { step: 1, outcome: 1 })
    .lean();
  const isSigned = asked.some(({ step, outcome }) => step === 'sign-off' && outcome === 'approve');
  const isRefused = asked.some(({ step, outcome }) => LATE.includes(step) && outcome === 'reject');
  if (!isSigned || isRefused) throw invalidAt(MODEL, 'model-not-signed-off', { id });
}

const LATE = ['late-sign-off', 'late-approval'];

/** How a change begins [002 §6.4.2]. */
export const changeCutoverStart: Preparation = {
  prepare: prepareChange,
  lookUp: async ({ db }, _prepared, values) => {
    await checkModel(db, values as ChangeRequest);
    return {};
  },
};
