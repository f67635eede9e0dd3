import { z } from 'zod';
import { CASE_STATES, CUSTOMER_ROLES, STAFF_ROLES } from '../codes';
import { caseLineAnswer } from './case-answers';
import { complaintRequest } from './complaint-forms';
import { statisticsAsked } from './complaint-statistics';
import { id, line, month } from './fields';
import { pageSchema } from './lists';
import { chosenAnswer, nameAnswer } from './shown';

/** What the register of complaints can be asked for; month and year are those of the day of entry in the company's zone. */
export const complaintsAsked = {
  q: line(100).optional(),
  state: z.enum(CASE_STATES).optional(),
  kind: complaintRequest.fields.kind.schema.optional(),
  customer: id.optional(),
  /** Who is complained of. */
  person: id.optional(),
  month: month.optional(),
  year: statisticsAsked.year,
  /** Those that the statistics count: they leave out what was withdrawn. */
  counted: z.stringbool().optional(),
  /** With which the customer was not satisfied at least once. */
  dissatisfied: z.stringbool().optional(),
};

/** A complaint as a line of the register. */
export const complaintLineAnswer = z
  .strictObject({
    ...caseLineAnswer.shape,
    kind: chosenAnswer,
    urgency: chosenAnswer,
    channel: chosenAnswer,
    /** The name of who complained. */
    complainant: z.string(),
    /** The persons complained of. */
    persons: z.array(nameAnswer),
    /** Who follows it, one level higher each time that the customer is not satisfied. */
    level: z.enum([...STAFF_ROLES, ...CUSTOMER_ROLES]),
    /** How often it was gone into, from 1: once more each time that the customer is not satisfied. */
    attempt: z.number().int(),
  })
  .meta({ id: 'ComplaintLine' });
/** A page of the register. */
export const complaintPage = pageSchema(complaintLineAnswer);
