import { ipKeyGenerator } from 'express-rate-limit';
import { dayNumber } from '../../../models/calendar/days';
import { zoneClock } from '../../../models/calendar/zone';
import { faultRequest } from '../../../models/contracts/fault-forms';
import { untimely } from '../../../models/contracts/form';
import { intakeReport, type IntakeReport, type ReportField } from '../../../models/contracts/intake-form';
import type { IntakeSourceRow } from '../../../models/db';
import { said } from '../../../models/faults';
import type { Deps } from '../../deps';
import { invalidSince, valid } from '../../http/invalid';
import { Problem, type Fault } from '../../http/problem';
import { beginFault } from './begin';
import { deviceNumbered } from './device';
import { mustKeepIntakePace } from './throttle';

const HOUR_IN_MS = 3_600_000;
const NEEDED = ['name', 'title', 'description'] as const satisfies readonly ReportField[];

/** What was filled in on a public form: as it was typed, on which page, from which address. */
export interface Filled {
  readonly values: Readonly<Record<ReportField, string>>;
  /** The page: sent again, it is the same report. */
  readonly page: string;
  readonly ip: string | undefined;
}

/** Starts a fault for what somebody reports by a public form; the number of the case. */
export async function takeReport(deps: Deps, source: IntakeSourceRow, { values, page, ip }: Filled): Promise<string> {
  const report = reportOf(values);
  await mustNotCrowd(deps, source, ip);
  const form = await formOf(deps, source, report);
  try {
    const { caseId } = await beginFault(deps, source, { form, key: ['form', page] });
    return caseId;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'idempotency-key-reused') throw error;
    throw new Problem('wrong-state', said('reported-already'));
  }
}

/** What is wrong with what was typed, each with the field; else the report. */
function reportOf(values: Filled['values']): IntakeReport {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const missing: Fault[] = NEEDED.filter((field) => given[field] === undefined).map((field) => ({
    pointer: `/${field}`,
    detail: said('answer-needed'),
  }));
  if (given.phone === undefined && given.mail === undefined)
    missing.push({ pointer: '/phone', detail: said('reachable-needed') });
  if (missing.length > 0) throw new Problem('invalid-input', '', { faults: missing });
  return valid(intakeReport, given);
}

async function mustNotCrowd(deps: Deps, source: IntakeSourceRow, ip: string | undefined): Promise<void> {
  const { INTAKE_REPORTS_PER_ADDRESS, INTAKE_REPORTS_PER_HOUR } = deps.config;
  // Of IPv6 one has as many addresses as one likes in one network.
  const address = ip === undefined ? '' : ipKeyGenerator(ip);
  const pace = { windowInMs: HOUR_IN_MS };
  await mustKeepIntakePace(deps, { ...pace, of: ['report', address], most: INTAKE_REPORTS_PER_ADDRESS });
  await mustKeepIntakePace(deps, { ...pace, of: ['reports', source._id], most: INTAKE_REPORTS_PER_HOUR });
}

async function formOf({ db, config, now }: Deps, { customerId }: IntakeSourceRow, report: IntakeReport) {
  const { name, phone, mail, title, description, device: number, when } = report;
  const device = number === undefined ? null : await deviceNumbered(db, customerId, number);
  const unknown = number === undefined || device ? [] : [`设备：${number}（不在设备台账中）`];
  const occurredAt = when === undefined ? undefined : instantAt(when, config.COMPANY_TIME_ZONE);
  const moment = { today: '', now: now().toISOString() };
  const [ahead] = untimely({ occurredAt: faultRequest.fields.occurredAt }, { occurredAt }, moment);
  if (ahead) throw invalidSince('/when', ahead.detail);
  return {
    ...{ customer: customerId, channel: 'web', name, phone, mail, title },
    description: [description, ...unknown].join('\n'),
    device: device?._id,
    occurredAt,
  };
}

/** The instant (ISO) at which the clock on the wall of a zone shows this. */
function instantAt(wall: string, timeZone: string): string {
  const [day = '', time = ''] = wall.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(zoneClock(timeZone).instantAt(dayNumber(day), hours * 60 + minutes)).toISOString();
}
