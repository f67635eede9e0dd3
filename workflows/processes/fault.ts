import type { Role } from '../../models/codes';
import type { FaultCause, FaultRequest, FaultResponse, FaultTriage } from '../../models/contracts/fault-forms';
import type { FaultData, FaultFacts, Grading } from '../../models/contracts/fault-run';
import type { PauseCode } from '../../models/contracts/pause-words';
import type { Whom } from '../../models/contracts/people';
import type { Deadline } from '../../models/contracts/policy';
import type { FaultLevel } from '../../models/contracts/service-level-names';
import type { TaskItem } from '../../models/contracts/task';
import { limitsOf, type Limit, type Limits } from '../../models/service-levels/limits';
import type { Desk } from '../human-task/desk';
import { back, end, next, procedure } from '../human-task/procedure';
import { goOn, handled, note, withdrawExperts } from './fault-handling';

type Fault = Desk<FaultData>;

const FOR_CONFIRMATION: PauseCode = '@confirmation';
// So many a callback knows of.
const MOST_WORKERS = 30;

/** Who speaks for the customer where the reporter is not in the directory. */
const FOR_CUSTOMER = ['customer-lead', 'competent-department', 'customer'] as const satisfies Role[];

/** 故障响应与处理 [001 故障响应、故障处理、紧急故障恢复, 002 §5.4]: taken, called, handled until the user confirms that it is solved. */
export const fault = procedure<FaultData>({
  begin: (input) => {
    const request = input.request as unknown as FaultRequest;
    const { isGraded } = input.facts as unknown as FaultFacts;
    return {
      request,
      names: {},
      grading: isGraded ? gradingOf(request) : null,
      joinedTo: null,
      engineer: null,
      next: { does: 'handle' },
      asked: 1,
      because: '',
      turns: [],
      visits: [],
      workers: [],
      experts: [],
      advice: 0,
      hasWritten: false,
      solved: null,
      cause: null,
      isUnanswered: false,
    };
  },

  stages: {
    // 客户的每次要求都将在《维护记录库》建立 [002 §3.2]: the reporter has its number at once, and the users' lead and the
    // maintenance manager are told of every fault [002 §6.4.1].
    async register(desk) {
      desk.clocks.start('response', ofLimit(desk, 'response', limits(desk).response));
      desk.once('received', () => tellReceived(desk));
      desk.once('reported', () =>
        desk.tell('fault-reported', {}, desk.role('customer-lead'), desk.role('maintenance-manager')),
      );
      await desk.file('case-record', 'open');
      return next();
    },

    // 故障级别 [002 §5.4.1.1], 紧急程度 [004 二], 类型 [001]: the service desk grades it, unless who entered it did; what is
    // reported twice is joined to the fault that is open.
    async triage(desk) {
      if (!desk.data.grading) {
        const isJoined = await graded(desk);
        if (isJoined) return end('joined');
      }
      const { response, resolution, diagnosis } = limits(desk);
      setLimit(desk, 'response', response);
      desk.clocks.start('resolution', ofLimit(desk, 'resolution', resolution));
      if (diagnosis) desk.clocks.start('diagnosis', ofLimit(desk, 'diagnosis', diagnosis));
      return next();
    },

    // 响应: an engineer takes it and calls the customer; unanswered, the next on the roster, the project manager, the technical lead.
    async response(desk) {
      const { budgetInMs, time } = limits(desk).response;
      const answered = await desk.ask<FaultResponse>({
        step: 'respond',
        whom: desk.role('engineer'),
        form: { id: 'fault.response', version: 1 },
        deadline: { ...desk.deadline('respond'), ...(budgetInMs !== null && { budgetInMs }), time },
      });
      desk.clocks.stop('response');
      desk.data.engineer = answered.by;
      note(desk, answered.by, answered.form.findings);
      await desk.file('cause-report', 'open');
      return next();
    },

    // 电话 → 远程（用户许可）→ 现场, by the rules of its level, until it is solved.
    async handling(desk) {
      await handled(desk);
      return next();
    },

    // 找出原因，并采取措施防止再次发生 [002 §6.4.1].
    async cause(desk) {
      desk.clocks.stop('diagnosis');
      desk.clocks.pause('resolution', FOR_CONFIRMATION);
      withdrawExperts(desk);
      const found = await desk.ask<FaultCause>({
        step: 'cause',
        whom: engineer(desk),
        form: { id: 'fault.cause', version: 1 },
        prefill: desk.isRepeated ? (desk.standing('cause')?.form ?? {}) : {},
      });
      await desk.file('cause-report', 'open');
      const { cause, causeKind, solution, prevention, danger } = found.form;
      desk.data.cause = { cause, causeKind, solution, prevention };
      if (danger !== undefined) await openDanger(desk, danger);
      return next();
    },

    // 用户确认并签字; who says nothing in time is taken to agree, and the record says so.
    async confirmation(desk) {
      const asked = {
        step: 'confirm',
        whom: await customersVoice(desk),
        form: { id: 'fault.confirmation', version: 1 },
        outcomes: ['approve', 'reject'] as const,
        item: howSolved(desk),
        lapses: true,
      };
      const came = await desk.firstOf([asked]);
      if (came.kind === 'decided' && came.decision.outcome === 'reject') {
        desk.clocks.resume('resolution');
        desk.data.because = came.decision.comment;
        desk.data.solved = null;
        goOn(desk, { does: 'handle' });
        return back('handling');
      }
      desk.data.isUnanswered = came.kind === 'lapsed';
      desk.clocks.stop('resolution');
      return next();
    },

    // 归档: the papers in their last version, and the customer is called back.
    async archive(desk) {
      await desk.file('service-sheet', 'completed');
      await desk.file('cause-report', 'completed');
      await desk.file('case-record', 'completed');
      await openCallback(desk);
      return end('completed');
    },
  },
});

/** The service desk grades it; true where it found it to be known and it was joined to the open fault. */
async function graded(desk: Fault): Promise<boolean> {
  const { data } = desk;
  while (!data.grading) {
    const triage = await desk.ask<FaultTriage>({
      step: 'triage',
      whom: desk.role('service-desk'),
      form: { id: 'fault.triage', version: 1 },
      prefill: given(data.request),
      ...(data.asked > 1 && { item: again(data) }),
    });
    const { known, device } = triage.form;
    learn(desk, triage.names);
    if (device !== undefined) data.request = { ...data.request, device };
    if (known === undefined) {
      data.grading = gradingOf(triage.form);
      data.because = '';
      return false;
    }
    const refused = await desk.join(known);
    if (!refused) {
      data.joinedTo = known;
      return true;
    }
    data.asked += 1;
    data.because = refused.zh;
  }
  return false;
}

function gradingOf({ level, urgency, class: kind }: Pick<FaultRequest, 'level' | 'urgency' | 'class'>): Grading | null {
  if (level === undefined || urgency === undefined || kind === undefined) return null;
  return { level: Number(level) as FaultLevel, urgency, class: kind };
}

function given({ level, urgency, class: kind, device }: FaultRequest): Record<string, unknown> {
  const known = { level, urgency, class: kind, device };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** What was promised for a fault of this grading; before it is graded, what holds for all. */
function limits(desk: Fault): Limits {
  const { tier, contract, serviceLevels } = desk.facts as unknown as FaultFacts;
  const { level = null, urgency = null, class: kind = null } = desk.data.grading ?? {};
  return limitsOf({ level, urgency, class: kind, tier, contract }, serviceLevels);
}

/** The deadline of a clock of the case: how long by the limit, its ladder by the policy; none where there is no limit. */
function ofLimit(desk: Fault, clock: string, { budgetInMs, time }: Limit): Deadline | undefined {
  if (budgetInMs === null) return undefined;
  return { ladder: desk.caseDeadline(clock)?.ladder ?? [], budgetInMs, time };
}

function setLimit(desk: Fault, clock: string, limit: Limit): void {
  const deadline = ofLimit(desk, clock, limit);
  if (deadline) desk.clocks.setDeadline(clock, deadline, limit.source.zh);
}

function engineer(desk: Fault): Whom {
  return desk.data.engineer ? desk.persons(desk.data.engineer.id) : desk.role('engineer');
}

/** Who confirms: who reported it; else who speaks for the customer; else the service desk asks them. */
async function customersVoice(desk: Fault): Promise<Whom> {
  const { reporter } = desk.data.request;
  if (reporter !== undefined) return desk.persons(reporter);
  const holders = await desk.holders(FOR_CUSTOMER);
  const role = FOR_CUSTOMER.find((one) => (holders[one] ?? []).length > 0);
  return desk.role(role ?? 'service-desk');
}

function howSolved({ data }: Fault): TaskItem {
  return {
    key: `${data.asked}`,
    title: { zh: data.request.title, en: data.request.title },
    facts: [
      { label: { zh: '处理结果', en: 'How it was solved' }, value: data.solved?.way ?? '' },
      { label: { zh: '服务工程师', en: 'Engineer' }, value: data.engineer?.name ?? '' },
    ],
  };
}

function tellReceived(desk: Fault): void {
  const { reporter, name, mail } = desk.data.request;
  if (reporter !== undefined) desk.tell('fault-received', {}, desk.persons(reporter));
  else if (name !== undefined && mail !== undefined) desk.tellOutside('fault-received', {}, { name, email: mail });
}

async function openDanger(desk: Fault, description: string): Promise<void> {
  const { customer, device, system } = desk.data.request;
  await openIfAllowed(desk, 'danger', 'hidden-danger', {
    customer,
    description,
    found: `故障处理 ${desk.recorded.caseId}`,
    from: desk.recorded.caseId,
    ...(system !== undefined && { system }),
    ...(device !== undefined && { devices: [{ device }] }),
  });
}

async function openCallback(desk: Fault): Promise<void> {
  const { customer, reporter, name, phone, mail } = desk.data.request;
  const { turns, workers: elsewhere } = desk.data;
  const workers = [...new Set([...turns.flatMap(({ by }) => by?.id ?? []), ...elsewhere])].slice(0, MOST_WORKERS);
  const isReachable = reporter !== undefined || name !== undefined;
  await openIfAllowed(desk, 'callback', 'callback', {
    customer,
    about: desk.recorded.caseId,
    means: 'phone',
    reason: 'job',
    ...(isReachable && { person: reporter, name, phone, mail }),
    ...(workers.length > 0 && { workers: workers.map((person) => ({ person })) }),
  });
}

/** Opens a case that the fault does not wait for; that it could not be opened is noted, since nobody is asked again. */
async function openIfAllowed(desk: Fault, key: string, process: string, form: Record<string, unknown>): Promise<void> {
  const { engineer: by } = desk.data;
  if (!by) return;
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
  const opened = await desk.openCase(`${key}-${desk.data.asked}`, { process, applicantId: by.id, form: given });
  if ('refused' in opened) note(desk, null, opened.refused.zh);
}

function again({ asked, because }: FaultData): TaskItem {
  return {
    key: `${asked}`,
    title: { zh: '重新定级', en: 'once more' },
    facts: [{ label: { zh: '原因', en: 'Why' }, value: because }],
  };
}

function learn({ data }: Fault, names: Readonly<Record<string, string>>): void {
  data.names = { ...data.names, ...names };
}
