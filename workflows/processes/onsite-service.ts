import type { OnsiteOrder, OnsiteRequest, OnsiteWork } from '../../models/contracts/onsite-service-forms';
import type { OnsiteData } from '../../models/contracts/onsite-service-run';
import type { Whom } from '../../models/contracts/people';
import type { Deadline } from '../../models/contracts/policy';
import type { Decision, TaskItem } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import { back, end, next, procedure } from '../human-task/procedure';
import { cut } from './cut';
import { openedBy, tellRefused } from './opened-by';
import { customersVoice } from './posts';

type Visit = Desk<OnsiteData>;

const MINUTE_IN_MS = 60_000;
// Whoever does one of these was there.
const THERE: readonly string[] = ['depart', 'arrive', 'work'];
// As long as the work order's own.
const WORK_IN_CHARACTERS = 2000;
// As long as the fields of a fault.
const PLACE_IN_CHARACTERS = 200;
const TITLE_IN_CHARACTERS = 120;

/** 现场处理 [001 服务准备流程、现场处理流程]: ordered, gone, worked within what the customer permits, signed by the user, back. */
export const onsiteService = procedure<OnsiteData>({
  begin: (input) => ({
    request: input.request as unknown as OnsiteRequest,
    names: {},
    order: null,
    engineer: null,
    attempt: 1,
    because: '',
    result: { solved: false, summary: '' },
  }),

  stages: {
    // 派工单: the service desk names the engineer, who confirms; who cannot go gives it back with the reason.
    async preparation(desk) {
      desk.clocks.start('arrival', dueBy(desk, desk.data.request.arriveBy, desk.caseDeadline('arrival')));
      while (!desk.data.engineer) await ordered(desk);
      await desk.file('work-order', 'open');
      // 技术服务单 goes along, and is brought up to date afterwards [001 服务准备流程].
      await desk.file('service-sheet', 'open');
      return next();
    },

    // 外出登记表, 交通: urgent ones leave at once by the fastest transport [003 B5].
    async travel(desk) {
      const { arriveBy } = orderOf(desk);
      const gone = await desk.ask({
        step: 'depart',
        whom: engineer(desk),
        form: { id: 'onsite.departure', version: 1 },
        outcomes: ['approve', 'reject'],
        // Who is awaited on an agreed day need not leave before.
        ...(isAgreed(desk) && { deadline: dueBy(desk, arriveBy, desk.deadline('depart')) }),
      });
      if (gone.outcome === 'reject') {
        givenBack(desk, gone);
        return back('preparation');
      }
      await desk.file('departure-register', 'open');
      const arrived = await desk.ask({
        step: 'arrive',
        whom: desk.persons(gone.by.id),
        form: { id: 'onsite.arrival', version: 1 },
        deadline: dueBy(desk, arriveBy, undefined),
      });
      desk.clocks.stop('arrival');
      desk.data.engineer = arrived.by;
      return next();
    },

    // 必须在客户的允许范围内执行操作 [003 §4]; 暂时无法解决或新的故障，告知用户并上报负责人 [004 现场服务支持规范 3].
    async work(desk) {
      const { data } = desk;
      const done = await desk.ask<OnsiteWork>({
        step: 'work',
        whom: engineer(desk),
        form: { id: 'onsite.work', version: 1 },
        ...(data.attempt > 1 && { item: again(desk) }),
        ...inOfficeHours(desk, 'work'),
        prefill: saidBefore(desk),
      });
      const { outcome, summary, danger } = done.form;
      data.engineer = done.by;
      const solved = outcome === 'solved';
      data.result = { solved, solvedAt: solved ? done.at : null, summary, workers: workersOf(desk).join(',') };
      if (outcome !== 'solved') desk.once('told', () => reportUp(desk, summary));
      await desk.file('system-test', 'open');
      if (danger !== undefined) await openDanger(desk, danger);
      if (outcome === 'another') await openFault(desk, summary);
      return next();
    },

    // 视情形在现场观察，在征得用户同意后离开 [001 紧急故障恢复服务].
    async observation(desk) {
      if (desk.data.request.pace === 'agreed' || desk.data.result.solved !== true) return next();
      await desk.ask({ step: 'observe', whom: engineer(desk), form: { id: 'onsite.observation', version: 1 } });
      return next();
    },

    // 现场技术服务报告，用户方签字确认，双方各自存档 [001]; who does not confirm says why, and the work is gone on with.
    async signature(desk) {
      const came = await desk.firstOf([
        {
          step: 'sign',
          whom: await customersVoice(desk),
          form: { id: 'onsite.signature', version: 1 },
          outcomes: ['approve', 'reject'],
          item: workDone(desk),
          lapses: true,
        },
      ]);
      if (came.kind === 'decided' && came.decision.outcome === 'reject') {
        const { comment } = came.decision;
        desk.data.attempt += 1;
        desk.data.because = comment;
        // What was done so far was done, and the papers go on telling it.
        return back('work', { keeps: ['work'], cause: notSigned(comment) });
      }
      await desk.file('service-report', 'open');
      return next();
    },

    // 返回; 可依据用户需要进行说明和现场培训 [001].
    async return(desk) {
      await desk.ask({ step: 'return', whom: engineer(desk), form: { id: 'onsite.return', version: 1 } });
      return next();
    },

    async archive(desk) {
      await desk.file('departure-register', 'completed');
      await desk.file('service-sheet', 'completed');
      await openCallback(desk);
      return end('completed');
    },
  },

  noEndingFrom: 'work',
});

/** One work order, and whether the engineer can go. */
async function ordered(desk: Visit): Promise<void> {
  const { data } = desk;
  const { request, attempt } = data;
  const { site, contact, phone, arriveBy, engineer: proposed, reason, description } = request;
  const item = attempt > 1 ? { item: again(desk) } : {};
  const order = await desk.ask<OnsiteOrder>({
    step: 'order',
    whom: desk.role('service-desk'),
    form: { id: 'onsite.order', version: 1 },
    prefill: known({
      ...{ site, contact, phone, arriveBy, engineer: proposed },
      work: cut(`${reason}\n${description}`, WORK_IN_CHARACTERS),
    }),
    ...item,
    ...inOfficeHours(desk, 'order'),
  });
  const { engineer: id } = order.form;
  const answer = await desk.ask({
    step: 'accept',
    whom: desk.persons(id),
    form: { id: 'onsite.acceptance', version: 1 },
    outcomes: ['approve', 'reject'],
    item: orderItem(desk, order.form),
    ...inOfficeHours(desk, 'accept'),
  });
  data.names = { ...data.names, ...order.names };
  if (answer.outcome === 'approve') {
    data.order = order.form;
    // The order may have been passed on: who takes it goes.
    data.engineer = answer.by;
    data.attempt = 1;
    data.because = '';
  } else {
    givenBack(desk, answer);
  }
}

/** Who cannot go says why, and somebody else is ordered. */
function givenBack({ data }: Visit, { by, comment }: Pick<Decision, 'by' | 'comment'>): void {
  data.order = null;
  data.engineer = null;
  data.attempt += 1;
  data.because = `${by.name}：${comment}`;
}

function engineer(desk: Visit): Whom {
  return desk.data.engineer ? desk.persons(desk.data.engineer.id) : desk.role('engineer');
}

function orderOf({ data }: Visit): OnsiteOrder {
  if (!data.order) throw new Error('there is no work order');
  return data.order;
}

function isAgreed({ data }: Visit): boolean {
  return data.request.pace === 'agreed';
}

/** What is agreed for a day is not late at night. */
function inOfficeHours(desk: Visit, step: string): { readonly deadline?: Deadline } {
  const deadline = desk.deadline(step);
  return isAgreed(desk) ? { deadline: { ...deadline, time: 'open' } } : {};
}

/** Until an instant (ISO) by the clock on the wall. */
function dueBy(desk: Visit, by: string, like: Deadline | undefined): Deadline {
  const left = Date.parse(by) - Date.parse(desk.now);
  const ladder = like?.ladder ?? [{ atPercent: 75, does: 'remind' }];
  return { budgetInMs: Math.max(left, MINUTE_IN_MS), time: 'elapsed', ladder };
}

/** Whoever went there or worked there. */
function workersOf({ recorded, data: { engineer: last } }: Visit): string[] {
  const went = recorded.decisions.filter(({ step, outcome }) => THERE.includes(step) && outcome !== 'reject');
  const there = went.map(({ by }) => by.id);
  return [...new Set([...there, ...(last ? [last.id] : [])])];
}

/** What was said of the work the last time, but for what was done, found and signed then. */
function saidBefore(desk: Visit): Readonly<Record<string, unknown>> {
  const { permittedBy, permitted, safe, tests, summary } = desk.standing<OnsiteWork>('work')?.form ?? {};
  return known({ permittedBy, permitted, safe, tests, summary });
}

function notSigned(comment: string): Text {
  return { zh: `用户未签字：${comment}`, en: `The user has not signed: ${comment}` };
}

function orderItem(
  { data: { request, attempt } }: Visit,
  { arriveBy, site, contact, phone, work }: OnsiteOrder,
): TaskItem {
  return {
    key: `${attempt}`,
    title: { zh: request.reason, en: request.reason },
    facts: [
      { label: { zh: '约定到场时间', en: 'Agreed arrival' }, value: arriveBy },
      { label: { zh: '服务地点', en: 'Where' }, value: site },
      { label: { zh: '现场联系人', en: 'Contact there' }, value: `${contact} ${phone}` },
      { label: { zh: '工作内容', en: 'Work' }, value: work },
    ],
  };
}

function workDone({ data: { attempt, request, result, engineer: by } }: Visit): TaskItem {
  return {
    key: `${attempt}`,
    title: { zh: request.reason, en: request.reason },
    facts: [
      { label: { zh: '处理情况', en: 'How it stands' }, value: String(result.summary ?? '') },
      { label: { zh: '服务工程师', en: 'Engineer' }, value: by?.name ?? '' },
    ],
  };
}

function again({ data: { attempt, because } }: Visit): TaskItem {
  return {
    key: `${attempt}`,
    title: { zh: `第 ${attempt} 次`, en: `attempt ${attempt}` },
    facts: [{ label: { zh: '原因', en: 'Why' }, value: because }],
  };
}

/** 应告知用户并及时上报负责人 [004]. */
function reportUp(desk: Visit, summary: string): void {
  const roles = ['project-manager', 'tech-lead', 'customer-lead'] as const;
  desk.tell('onsite-unsolved', { reason: summary }, ...roles.map((role) => desk.role(role)));
}

async function openDanger(desk: Visit, description: string): Promise<void> {
  const { customer, device } = desk.data.request;
  const form = { customer, description, found: `现场服务 ${desk.recorded.caseId}`, from: desk.recorded.caseId };
  const devices = device === undefined ? {} : { devices: [{ device }] };
  const opened = await openedBy(desk, `danger-${desk.data.attempt}`, desk.data.engineer?.id ?? '', {
    ...{ process: 'hidden-danger', inTheirPlace: 'service-desk' },
    form: { ...form, ...devices },
  });
  tellRefused(desk, { zh: '隐患处理', en: 'hidden danger' }, opened, description);
}

/** 发现新的故障 [004 现场服务支持规范 3]: taken in as a fault of its own, which the service desk grades. */
async function openFault(desk: Visit, summary: string): Promise<void> {
  const { customer, device } = desk.data.request;
  const { site, contact, phone } = orderOf(desk);
  const [line = ''] = summary.split('\n');
  const opened = await openedBy(desk, `fault-${desk.data.attempt}`, desk.data.engineer?.id ?? '', {
    ...{ process: 'fault', inTheirPlace: 'service-desk' },
    form: {
      ...{ customer, channel: 'on-site', name: contact, phone, place: cut(site, PLACE_IN_CHARACTERS) },
      title: cut(`现场发现新的故障：${line}`, TITLE_IN_CHARACTERS),
      description: `${summary}\n（${desk.recorded.caseId}）`,
      ...(device !== undefined && { device }),
    },
  });
  tellRefused(desk, { zh: '故障处理', en: 'fault' }, opened, summary);
}

// Opened by a fault, the fault itself is called back about.
async function openCallback(desk: Visit): Promise<void> {
  const { engineer: by, request } = desk.data;
  if (desk.isOpenedByCase || !by) return;
  const { contact, phone } = orderOf(desk);
  const form = {
    customer: request.customer,
    about: desk.recorded.caseId,
    means: 'phone',
    reason: 'job',
    name: contact,
    phone,
    workers: workersOf(desk).map((person) => ({ person })),
  };
  const toOpen = { process: 'callback', form, inTheirPlace: 'service-desk' } as const;
  const opened = await openedBy(desk, 'callback', by.id, toOpen);
  tellRefused(desk, { zh: '客户回访', en: 'callback' }, opened);
}

function known(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
