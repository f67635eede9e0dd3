import type { Text } from '../contracts/text';

/** What the calendar cannot do. */
export type CalendarFaultCode =
  'budget-not-valid' | 'budget-too-large' | 'instant-not-valid' | 'never-opens' | 'not-an-ics' | 'clock-goes-back';

/** A refusal of the calendar, with its sentence in both languages; nothing was changed. */
export class CalendarFault extends Error {
  constructor(
    readonly code: CalendarFaultCode,
    readonly text: Text,
  ) {
    super(text.en);
    this.name = 'CalendarFault';
  }
}
