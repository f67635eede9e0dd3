import type { CallbackFollow, CallbackSurvey } from '../../models/contracts/callback-forms';
import type { CallbackData } from '../../models/contracts/callback-run';
import type { FaultRequest } from '../../models/contracts/fault-forms';
import type { OpenedCase } from '../../models/contracts/record';
import type { Decision } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { LinkedEnd } from '../human-task/came';
import type { Desk } from '../human-task/desk';
import { cut } from './cut';

const DESCRIPTION_IN_CHARACTERS = 4000;
const TITLE_IN_CHARACTERS = 120;

type Callback = Desk<CallbackData>;

// Of these cases it is known where and on what the work was done.
const WITH_DEVICE: readonly string[] = ['fault', 'onsite-service'];

/** The fault that the callback is about; null where it is about something else. */
export function faultAbout({ data, facts }: Callback): string | null {
  const about = facts.about as { readonly process: string } | null;
  return about?.process === 'fault' ? (data.request.about ?? null) : null;
}

/** Opens a complaint, a fault, or the fault again, in the name of who decided that. */
export async function handedOn(desk: Callback, { by, form }: Decision<CallbackFollow>): Promise<OpenedCase> {
  const process = form.way === 'complaint' ? 'complaint' : 'fault';
  const toOpen = form.way === 'complaint' ? complaintOf(desk, form) : await faultOf(desk, form);
  const handed = desk.data.handed + 1;
  const opened = await desk.openCase(handedKey(handed), { process, applicantId: by.id, form: toOpen });
  if ('caseId' in opened) {
    desk.data.handedTo = { caseId: opened.caseId, process };
    desk.data.handed = handed;
  }
  return opened;
}

/** Under which key the case is opened that it is handed to, the first time or once more. */
export function handedKey(handed: number): string {
  return handed > 1 ? `follow-${handed}` : 'follow';
}

/** How what it was handed to ended that nobody went into; null where it was followed, there or in what it was joined to. */
export function cameToNothing({ caseId, state }: LinkedEnd): Text | null {
  const ended = NOTHING[state];
  return ended ? { zh: `${caseId} ${ended.zh}`, en: `${caseId} ${ended.en}` } : null;
}

const NOTHING: Readonly<Partial<Record<LinkedEnd['state'], Text>>> = {
  rejected: { zh: '未获批准', en: 'was rejected' },
  withdrawn: { zh: '已撤回', en: 'was withdrawn' },
  cancelled: { zh: '已取消', en: 'was cancelled' },
  expired: { zh: '已终止', en: 'expired' },
};

function complaintOf(desk: Callback, { kind, urgency, reason }: CallbackFollow): Readonly<Record<string, unknown>> {
  const { customer, means, person, name, phone, mail } = desk.data.request;
  const complainant = person === undefined ? { name, phone, mail } : { complainant: person };
  return stated({
    ...{ customer, ...complainant, channel: means, kind, urgency },
    aboutProduct: kind === 'product' ? 'yes' : 'no',
    description: descriptionOf(desk, reason),
  });
}

/** Reported by whom was asked, with what the case says already that it is about: nobody has to repeat it. */
async function faultOf(desk: Callback, { way, reason }: CallbackFollow): Promise<Readonly<Record<string, unknown>>> {
  const { customer, about, means, person, name, phone, mail } = desk.data.request;
  const { title, place, device, system } = await knownOf(desk);
  const [line = ''] = descriptionOf(desk, reason).split('\n').slice(1);
  const reporter = person === undefined ? { name, phone, mail } : { reporter: person };
  return stated({
    ...{ customer, ...reporter, channel: means, place, device, system },
    title: way === 'reopen' && title !== undefined ? title : cut(line, TITLE_IN_CHARACTERS),
    description: descriptionOf(desk, reason),
    ...(way === 'reopen' && { reopens: about }),
  });
}

async function knownOf(desk: Callback): Promise<Partial<FaultRequest>> {
  const about = desk.facts.about as { readonly process: string } | null;
  if (!about || !WITH_DEVICE.includes(about.process)) return {};
  const known = (await desk.knownBy(desk.data.request.about ?? '', ['request'])) as { request?: FaultRequest };
  return known.request ?? {};
}

function descriptionOf(desk: Callback, reason: string): string {
  const problem = desk.standing<CallbackSurvey>('survey')?.form.problem ?? '';
  const told = [`回访 ${desk.recorded.caseId}`, problem, reason].filter((part) => part !== '').join('\n');
  return cut(told, DESCRIPTION_IN_CHARACTERS);
}

/** Without what nobody filled in. */
function stated(form: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
}
