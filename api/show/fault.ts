import { CAUSE_FIELD } from '../../models/contracts/fault-register';
import { faultTriage } from '../../models/contracts/fault-forms';
import type { Language } from '../../models/contracts/text';
import type { Config } from '../../models/config';
import type { FaultRow } from '../use-cases/faults';
import type { NameOf } from '../use-cases/names';
import { caseLine, clocksOf } from './case';
import { chosen } from './chosen';

/** A fault as a line of the register and of the board. */
export function faultLine(row: FaultRow, config: Config, language: Language, nameOf: NameOf, deviceOf: NameOf) {
  const { request, grading, engineer, solved, cause } = row.data;
  const { reporter, name = '', phone = '', device } = request;
  const { level, urgency, class: kind } = faultTriage.fields;
  return {
    ...caseLine(row, config, language),
    level: grading && chosen(level, `${grading.level}`),
    urgency: grading && chosen(urgency, grading.urgency),
    class: grading && chosen(kind, grading.class),
    reporter: { name: reporter === undefined ? name : nameOf(reporter).name, phone },
    engineer,
    device: device === undefined ? null : deviceOf(device),
    clocks: clocksOf(row, language),
    cause: cause && { kind: chosen(CAUSE_FIELD, cause.causeKind), words: cause.cause },
    solution: cause?.solution ?? solved?.way ?? null,
  };
}
