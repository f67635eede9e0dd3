import type { CallbackFollow, CallbackSurvey } from '../../models/contracts/callback-forms';
import type { CallbackData } from '../../models/contracts/callback-run';
import type { OpenedCase } from '../../models/contracts/record';
import type { Decision } from '../../models/contracts/task';
import type { Desk } from '../human-task/desk';

const DAY_IN_MS = 24 * 3_600_000;
const DESCRIPTION_IN_CHARACTERS = 4000;

type Callback = Desk<CallbackData>;

/** True where the callback is about a fault that was closed not longer ago than it may be opened again. */
export function mayReopen(desk: Callback): boolean {
  const about = desk.facts.about as { readonly process: string; readonly closedAt: string | null } | null;
  if (about?.process !== 'fault' || about.closedAt === null) return false;
  const sinceInMs = Date.parse(desk.data.surveyedAt ?? desk.recorded.startedAt) - Date.parse(about.closedAt);
  return sinceInMs <= desk.amount('reopen-days') * DAY_IN_MS;
}

/** Opens a complaint, or the fault again, in the name of who decided that. */
export async function handedOn(desk: Callback, { by, form }: Decision<CallbackFollow>): Promise<OpenedCase> {
  const process = form.way === 'complaint' ? 'complaint' : 'fault';
  const toOpen = form.way === 'complaint' ? complaintOf(desk, form) : faultOf(desk, form);
  const opened = await desk.openCase('follow', { process, applicantId: by.id, form: toOpen });
  if ('caseId' in opened) desk.data.handedTo = { caseId: opened.caseId, process };
  return opened;
}

function complaintOf(desk: Callback, { kind, urgency, reason }: CallbackFollow): Readonly<Record<string, unknown>> {
  const { customer, means, person, name, phone, mail } = desk.data.request;
  const complainant = person === undefined ? { name, phone, mail } : { complainant: person };
  return stated({
    ...{ customer, ...complainant, channel: means, kind, urgency },
    aboutProduct: kind === 'product' ? 'yes' : 'no',
    description: descriptionOf(desk, reason),
  });
}

function faultOf(desk: Callback, { reason }: CallbackFollow): Readonly<Record<string, unknown>> {
  const { customer, about } = desk.data.request;
  return stated({ customer, reopens: about, description: descriptionOf(desk, reason) });
}

function descriptionOf(desk: Callback, reason: string): string {
  const problem = desk.standing<CallbackSurvey>('survey')?.form.problem ?? '';
  const told = [`回访 ${desk.recorded.caseId}`, problem, reason].filter((part) => part !== '').join('\n');
  return told.slice(0, DESCRIPTION_IN_CHARACTERS);
}

/** Without what nobody filled in. */
function stated(form: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
}
