import type { CallbackRequest } from '../../models/contracts/callback-forms';
import type { CallbackData, CallbackResult } from '../../models/contracts/callback-run';
import type { CaseRow } from '../../models/db';
import { caseTerms } from '../../models/search/rows';
import { caseRow } from './case-rows';

type Told = Partial<Pick<CallbackData, 'attempts'>> & {
  readonly workers?: readonly string[];
  readonly request?: Partial<CallbackRequest>;
};

/** The row of a callback of the first customer; its result is null while it is under way. */
export function callbackRow(
  id: string,
  at: string,
  result: CallbackResult | null,
  { workers = [], request: asked, attempts = [] }: Told = {},
  change: Partial<CaseRow> = {},
): CaseRow {
  const request = {
    ...{ customer: 'C-0001', reason: 'job', means: 'phone', person: 'U-liu', ...asked },
    ...(workers.length > 0 && { workers: workers.map((person) => ({ person })) }),
  };
  const row = caseRow(id, {
    ...{ process: 'callback', startedAt: new Date(at), subject: '服务完成后回访（刘处长）' },
    data: { request, result, attempts },
    ...change,
  });
  const { process, subject, customer, applicant, priority } = row;
  const about = { deviceIds: [], numbers: [], words: [request.name ?? '刘处长'] };
  return { ...row, search: caseTerms({ id, process, subject, customer, applicant, priority, startedAt: at, about }) };
}

/** What a customer said. */
export const said = (score: number, satisfied: boolean): CallbackResult => ({ score, reached: true, satisfied });
/** Nobody was reached. */
export const NOBODY: CallbackResult = { score: null, reached: false, satisfied: false };
