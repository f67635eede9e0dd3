import { complaintRequest } from '../../models/contracts/complaint-forms';
import type { Language } from '../../models/contracts/text';
import type { Config } from '../../models/config';
import type { ComplaintRow } from '../use-cases/complaints';
import type { NameOf } from '../use-cases/names';
import { caseLine } from './case';
import { chosen } from './chosen';

/** A complaint as a line of the register. */
export function complaintLine(row: ComplaintRow, config: Config, language: Language, nameOf: NameOf) {
  const { kind, urgency, channel } = complaintRequest.fields;
  const { request, role, attempt, found = [] } = row.data;
  return {
    ...caseLine(row, config, language),
    kind: chosen(kind, request.kind),
    urgency: chosen(urgency, request.urgency),
    channel: chosen(channel, request.channel),
    complainant: request.name ?? nameOf(request.complainant ?? '').name,
    persons: [...(request.persons ?? []).map(({ person }) => person), ...found].map(nameOf),
    level: role,
    attempt,
  };
}

/** The people whom a line of the register names by their ids. */
export function namedIn({ data: { request, found = [] } }: ComplaintRow): string[] {
  const complainant = request.complainant === undefined ? [] : [request.complainant];
  return [...complainant, ...(request.persons ?? []).map(({ person }) => person), ...found];
}
