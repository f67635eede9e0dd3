import { z } from 'zod';
import { wrong } from '../faults';
import { line, lines } from './fields';

/** What somebody fills in on a customer's public form; what is left empty is not there. */
export const intakeReport = z.strictObject({
  name: line(100),
  phone: line(50).optional(),
  mail: z.email().max(254).optional(),
  title: line(120),
  description: lines(3000),
  /** Serial or asset number. */
  device: line(100).optional(),
  /** By the clock on the wall of the company. */
  when: z.iso.datetime({ ...wrong('not-an-instant'), local: true, precision: -1 }).optional(),
});

/** A report by a public form. */
export type IntakeReport = z.output<typeof intakeReport>;

/** The fields of the public form, in their order. */
export const REPORT_FIELDS = ['name', 'phone', 'mail', 'title', 'description', 'device', 'when'] as const;

/** The name of a field of the public form. */
export type ReportField = (typeof REPORT_FIELDS)[number];
