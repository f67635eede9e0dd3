import type { FaultCause, FaultRequest, FaultResponse, FaultTriage } from '../../models/contracts/fault-forms';
import type { FaultData, FaultFacts, Grading } from '../../models/contracts/fault-run';
import type { PersonName } from '../../models/contracts/people';
import type { FaultLevel } from '../../models/contracts/service-level-names';
import type { TaskItem } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import { priorityOf } from '../../models/service-levels/limits';
import type { Desk } from '../human-task/desk';
import { back, end, next, procedure } from '../human-task/procedure';
import { goOn, handled } from './fault-handling';
import { limits, setLimit, startClock } from './fault-limits';
import { callBack, openDanger } from './fault-links';
import { tellOver, tellReporter } from './fault-telling';
import { engineer, note } from './fault-meanwhile';
import { tellLinksGoOn } from './opened-by';
import { customersVoice } from './posts';

type Fault = Desk<FaultData>;

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
      wantsWritten: false,
      hasWritten: false,
      solved: null,
      cause: null,
      found: {},
      isUnanswered: false,
    };
  },

  stages: {
    // 客户的每次要求都将在《维护记录库》建立 [002 §3.2]: the reporter has its number at once, and the users' lead and the
    // maintenance manager are told of every fault [002 §6.4.1].
    async register(desk) {
      startClock(desk, 'response', limits(desk).response);
      desk.once('received', () => tellReporter(desk, 'fault-received', {}));
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
      startClock(desk, 'resolution', resolution);
      startClock(desk, 'diagnosis', diagnosis);
      return next();
    },

    // 响应: an engineer takes it and calls the customer; unanswered, the next on the roster, the project manager, the technical lead.
    async response(desk) {
      const { budgetInMs, time } = limits(desk).response;
      const answered = await desk.ask<FaultResponse>({
        step: 'respond',
        whom: desk.role('engineer'),
        form: { id: 'fault.response', version: 1 },
        // Who reported it waits from the beginning, whatever was decided meanwhile.
        countsFrom: desk.recorded.startedAt,
        countedAs: 'response',
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
      const found = await desk.ask<FaultCause>({
        step: 'cause',
        whom: engineer(desk),
        form: { id: 'fault.cause', version: 1 },
        prefill: desk.data.cause ?? desk.data.found,
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
        whom: await customersVoice(desk, desk.data.request.reporter),
        form: { id: 'fault.confirmation', version: 1 },
        outcomes: ['approve', 'reject'] as const,
        item: howSolved(desk),
        lapses: true,
      };
      const came = await desk.firstOf([asked]);
      if (came.kind === 'decided' && came.decision.outcome === 'reject') {
        desk.clocks.resume('resolution');
        const { comment } = came.decision;
        desk.data.because = comment;
        desk.data.solved = null;
        goOn(desk, { does: 'handle' });
        // What was done so far was done, and the papers go on telling it.
        return back('handling', { keeps: ['handling'], cause: notSolved(comment) });
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
      await callBack(desk);
      await tellOver(desk, 'completed');
      return end('completed');
    },
  },

  noEndingFrom: 'cause',
  noWithdrawalFrom: 'response',
  // What nobody has graded is joined to others, or taken back, before anything is joined to it; what the user has confirmed is over.
  joins: { from: 'response', before: 'archive' },

  async whenCancelled(desk) {
    tellLinksGoOn(desk);
    await tellOver(desk, 'cancelled');
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
      if (data.grading) desk.setPriority(priorityOf(data.grading.urgency));
      data.because = '';
      return false;
    }
    const refused = await desk.join(known);
    if (!refused) {
      data.joinedTo = known;
      await tellJoined(desk, known);
      return true;
    }
    data.asked += 1;
    data.because = refused;
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

function howSolved({ data }: Fault): TaskItem {
  return {
    key: `${data.asked}`,
    title: { zh: data.request.title, en: data.request.title },
    facts: [
      { label: { zh: '处理结果', en: 'How it was solved' }, value: data.cause?.solution ?? data.solved?.way ?? '' },
      { label: { zh: '服务工程师', en: 'Engineer' }, value: data.engineer?.name ?? '' },
    ],
  };
}

/** The reporter, and who deals with the open fault, learn of it. */
async function tellJoined(desk: Fault, into: string): Promise<void> {
  const { engineer: other } = (await desk.knownBy(into, ['engineer'])) as { readonly engineer?: PersonName | null };
  tellReporter(desk, 'fault-joined', { reason: into });
  if (other) desk.tell('fault-joined', { reason: into }, desk.persons(other.id));
}

function notSolved(comment: string): Text {
  return { zh: `用户确认未解决：${comment}`, en: `The user says that it is not solved: ${comment}` };
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
