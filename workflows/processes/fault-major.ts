import type { FaultData, Handling } from '../../models/contracts/fault-run';
import type { MajorData } from '../../models/contracts/major-maintenance-run';
import type { Desk } from '../human-task/desk';
import { cut } from './cut';
import { cameBack, note, whateverComes } from './fault-meanwhile';
import { openedBy } from './opened-by';

type Fault = Desk<FaultData>;
type Found = Partial<Pick<MajorData, 'work' | 'report' | 'names'>>;

const DESCRIPTION_IN_CHARACTERS = 4000;
const TOLD = ['service-desk', 'project-manager'] as const;

/** 重大维护 [001]: what those on site cannot solve is its own procedure, and the fault waits for it. */
export async function majorMaintenance(desk: Fault, key: string): Promise<Handling> {
  const { request, grading, engineer: by } = desk.data;
  const opened = await openedBy(desk, key, by?.id ?? '', {
    ...{ process: 'major-maintenance', inTheirPlace: 'service-desk' },
    form: {
      customer: request.customer,
      reason: 'unsolved',
      description: cut(`${request.title}\n${request.description}`, DESCRIPTION_IN_CHARACTERS),
      level: `${grading?.level ?? 3}`,
      from: desk.recorded.caseId,
      ...(request.system !== undefined && { system: request.system }),
      ...(request.device !== undefined && { devices: [{ device: request.device }] }),
    },
  });
  if ('refused' in opened) {
    desk.data.because = opened.refused;
    return { does: 'handle' };
  }
  const came = await whateverComes(desk, [], [key]);
  if (came.kind === 'closed' && came.key === key) {
    const found = (await desk.knownBy(came.caseId, ['work', 'report', 'names'])) as Found;
    noteFound(desk, found);
    cameBack(desk, { zh: '重大维护', en: 'Major maintenance' }, came);
  }
  return desk.data.solved ? { does: 'solved' } : { does: 'handle' };
}

/** 故障原因分析及处理报告在这个流程里也会得到更新 [001 重大维护处理流程]: what was done and found there is told by the fault's own report. */
function noteFound(desk: Fault, { work, report, names = {} }: Found): void {
  for (const { at, by, what } of work?.actions ?? []) note(desk, { id: by, name: names[by] ?? by }, what, at);
  if (!report) return;
  const { cause, rectification: solution, prevention } = report;
  desk.data.found = { cause, solution, prevention };
}

/** It was solved while major maintenance or a change goes on: who works on that, and who can end it, hear so. */
export async function tellStillOpen(desk: Fault): Promise<void> {
  const majors = desk.openLinks('major-maintenance');
  const open = [...majors, ...desk.openLinks('change-cutover')];
  if (open.length === 0) return;
  const leads: string[] = [];
  for (const caseId of majors) {
    const { lead } = (await desk.knownBy(caseId, ['lead'])) as Partial<Pick<MajorData, 'lead'>>;
    if (lead) leads.push(lead);
  }
  const whom = [...TOLD.map((role) => desk.role(role)), ...(leads.length > 0 ? [desk.persons(...leads)] : [])];
  desk.once('still-open', () => desk.tell('solved-meanwhile', { reason: open.join('、') }, ...whom));
}
