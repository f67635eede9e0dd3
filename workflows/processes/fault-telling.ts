import type { FaultRequest } from '../../models/contracts/fault-forms';
import type { FaultData } from '../../models/contracts/fault-run';
import type { MailKind } from '../../models/contracts/record';
import type { Desk } from '../human-task/desk';
import { tellReportedBy } from './posts';

type Fault = Desk<FaultData>;

/** Writes to who reported a fault, by account or by mail; it may have been reported as another case that was joined to this one. */
export function tellReporter(
  desk: Fault,
  kind: MailKind,
  details: Readonly<Record<string, unknown>>,
  request: FaultRequest = desk.data.request,
): void {
  tellReportedBy(desk, request, kind, details);
}

/**
 * How it ended hear those who heard of its beginning [002 §6.4.1], and whoever reported what was joined to it; cancelled, also who
 * reported it, and the service desk hears what ends with it.
 */
export async function tellOver(desk: Fault, state: 'completed' | 'cancelled'): Promise<void> {
  const joined: FaultRequest[] = [];
  for (const caseId of desk.joined) {
    const { request } = (await desk.knownBy(caseId, ['request'])) as { readonly request?: FaultRequest };
    if (request) joined.push(request);
  }
  const { cause, request } = desk.data;
  const details = { state, reason: state === 'completed' ? (cause?.solution ?? '') : desk.ending.reason };
  desk.once('told-over', () => {
    desk.tell('fault-over', details, desk.role('customer-lead'), desk.role('maintenance-manager'));
    const reporters = state === 'cancelled' ? [request, ...joined] : joined;
    for (const one of reporters) tellReporter(desk, 'fault-over', details, one);
    if (state === 'cancelled' && desk.joined.length > 0) tellDesk(desk);
  });
}

function tellDesk(desk: Fault): void {
  const ids = desk.joined.join('、');
  const cause = {
    zh: `并入的报修 ${ids} 随之结束，仍有故障的请重新受理`,
    en: `${ids}, joined to it, ended with it; take in anew what is still wrong`,
  };
  desk.tell('fault-over', { state: 'cancelled', cause }, desk.role('service-desk'));
}
