import { WORK_STEPS } from '../../models/callback-rules';
import type { FaultData } from '../../models/contracts/fault-run';
import type { Desk } from '../human-task/desk';
import { openCallback } from './callback-opening';
import { openedBy, tellRefused } from './opened-by';

type Fault = Desk<FaultData>;

const WORK: readonly string[] = WORK_STEPS.fault;

/** 新发现的隐患: its own procedure, which the fault does not wait for; where it cannot be opened, who can hears of it. */
export async function openDanger(desk: Fault, description: string): Promise<void> {
  const { customer, device, system } = desk.data.request;
  const form = {
    customer,
    description,
    found: `故障处理 ${desk.recorded.caseId}`,
    from: desk.recorded.caseId,
    ...(system !== undefined && { system }),
    ...(device !== undefined && { devices: [{ device }] }),
  };
  const toOpen = { process: 'hidden-danger', form, inTheirPlace: 'service-desk' } as const;
  const opened = await openedBy(desk, `hidden-danger-${desk.data.asked}`, desk.data.engineer?.id ?? '', toOpen);
  tellRefused(desk, { zh: '隐患处理', en: 'hidden danger' }, opened, description);
}

/** 客户回访 of who reported it, by nobody who worked on it. */
export async function callBack(desk: Fault): Promise<void> {
  const { engineer, request } = desk.data;
  const { customer, reporter: person, name, phone, mail } = request;
  await openCallback(desk, `callback-${desk.data.asked}`, {
    ...{ customer, reason: 'job', reporter: { person, name, phone, mail } },
    ...{ follower: engineer?.id, workers: workersOf(desk) },
  });
}

/** Whoever worked on it, from afar or in the cases that it has opened. */
function workersOf({ recorded, data: { engineer, workers } }: Fault): string[] {
  // Who takes minutes of it, or has only written down that it goes on, has not worked on it.
  const worked = recorded.decisions.filter(({ step, outcome }) => WORK.includes(step) && outcome !== 'reject');
  return [...new Set([...worked.map(({ by }) => by.id), ...(engineer ? [engineer.id] : []), ...workers])];
}
