import type { FaultData } from '../../models/contracts/fault-run';
import type { CaseRow } from '../../models/db';
import { caseTerms } from '../../models/search/rows';
import { caseRow } from './case-rows';

type Told = Partial<Pick<FaultData, 'grading' | 'engineer' | 'solved' | 'cause' | 'workers'>> & {
  readonly name?: string;
  readonly device?: string;
};

/** The row of a fault of the first customer, graded and taken by 李工 unless the test says otherwise. */
export function faultRow(id: string, at: string, told: Told = {}, change: Partial<CaseRow> = {}): CaseRow {
  const { name, device, ...known } = told;
  const data = {
    request: {
      ...{ customer: 'C-0001', channel: 'phone', phone: '010-5550 0101', title: '登录缓慢', description: '…' },
      ...(name === undefined ? { reporter: 'U-liu' } : { name }),
      ...(device !== undefined && { device }),
    },
    ...{ grading: { level: 2, urgency: 'urgent', class: 'severe' }, engineer: { id: 'U-li', name: '李工' } },
    ...{ solved: null, cause: null },
    ...known,
  };
  const row = caseRow(id, { process: 'fault', startedAt: new Date(at), subject: '登录缓慢', data, ...change });
  const { process, subject, customer, applicant, priority } = row;
  const about = { deviceIds: device === undefined ? [] : [device], numbers: [], words: [name ?? '刘处长'] };
  return { ...row, search: caseTerms({ id, process, subject, customer, applicant, priority, startedAt: at, about }) };
}
