import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { CaseRow } from '../../models/db';
import { caseTerms } from '../../models/search/rows';
import { caseRow } from './case-rows';

/** What a complaint of a test is about: its request, with the persons complained of by their ids, and how far it went. */
interface Told extends Partial<Pick<ComplaintData, 'role' | 'attempt'>> {
  readonly kind?: string;
  readonly persons?: readonly string[];
  readonly complainant?: string;
  readonly name?: string;
  readonly urgency?: string;
  readonly channel?: string;
}

/** The row of a complaint of the first customer, about somebody's attitude unless the test says otherwise. */
export function complaintRow(id: string, at: string, told: Told = {}, change: Partial<CaseRow> = {}): CaseRow {
  const { persons = [], role = 'deputy-project-manager', attempt = 1, ...request } = told;
  const data = {
    request: {
      ...{ customer: 'C-0001', kind: 'attitude', urgency: 'normal', channel: 'phone' },
      ...(request.name === undefined && { complainant: 'U-liu' }),
      ...request,
      ...(persons.length > 0 && { persons: persons.map((person) => ({ person })) }),
    },
    ...{ role, attempt, dissatisfied: [] },
  };
  const row = caseRow(id, {
    ...{ process: 'complaint', startedAt: new Date(at), subject: '服务态度投诉', data },
    ...(persons.length > 0 && { hiddenFrom: persons }),
    ...change,
  });
  const { process, subject, customer, applicant, priority } = row;
  const about = { deviceIds: [], numbers: [], words: [told.name ?? '刘处长'] };
  return { ...row, search: caseTerms({ id, process, subject, customer, applicant, priority, startedAt: at, about }) };
}
