import { faultProcess } from '../../../models/contracts/fault';
import type { IntakeSourceRow } from '../../../models/db';
import { hashOf } from '../../../models/hash';
import type { StepAnswer } from '../../../models/contracts/record';
import type { Deps } from '../../deps';
import { startCase } from '../start-case';
import { personOf } from './source';

/** What comes in by a source: the start form of a fault, under a key of the one who sends it. */
export interface Reported {
  readonly form: Readonly<Record<string, unknown>>;
  readonly key: readonly string[];
  readonly locks?: readonly string[];
}

/** Starts a fault for a source, as the person who reports it; the same key gives the same case. */
export async function beginFault(
  deps: Deps,
  source: IntakeSourceRow,
  { form, key, locks = [] }: Reported,
): Promise<StepAnswer> {
  const { _id: id, name, kind } = source;
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
  const request = {
    process: faultProcess.type,
    form: given,
    answerKey: hashOf(['intake', id, ...key]),
    bodyHash: hashOf(given),
    source: { id, name, kind },
    locks,
  };
  return await deps.admission.run(async () => await startCase(deps, personOf(source), request));
}
