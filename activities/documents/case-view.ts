import type { DocumentView, PrintedBlock, PrintedField } from '../../models/contracts/document';
import type { Form } from '../../models/contracts/form';
import type { ProcessContract } from '../../models/contracts/process';
import type { DocumentRequest } from '../../models/contracts/record';
import type { Decision } from '../../models/contracts/task';
import { shownInstant } from '../../models/contracts/time';
import { printedDecisions } from './printed-decisions';
import { printedForm } from './printed-form';

/** What every document of an installation has in common. */
export interface DocumentSetting {
  readonly company: string;
  readonly timeZone: string;
  /** What each clock of the case has used so far, in ms, by its name. */
  readonly used?: Readonly<Record<string, number>>;
}

/** Makes the plain view of one kind of document. */
export type View = (request: DocumentRequest, setting: DocumentSetting) => DocumentView;

type Names = Readonly<Record<string, string>>;

/** What the documents of a case are put together from: its forms, its decisions, tables of its data, in the words of its procedure. */
export function caseView<Data>(request: DocumentRequest, { company, timeZone }: DocumentSetting, of: ProcessContract) {
  const { head, decisions, issuedAt, journalHead, facts } = request;
  const data = request.data as unknown as Data;
  const names: Names = { ...((facts.names ?? {}) as Names), ...((request.data.names ?? {}) as Names) };
  const at = (instant: string) => shownInstant(instant, timeZone, 'zh');

  const fieldsOf = (form: Form, values: object, left: readonly string[] = [], decision?: Decision): PrintedField[] => {
    const kept = Object.fromEntries(Object.entries(form.fields).filter(([name]) => !left.includes(name)));
    const signature = decision ? `${decision.by.name}　${at(decision.at)}` : '';
    const printing = { names: { ...names, ...decision?.names }, timeZone, signature };
    const printed = printedForm({ ...form, fields: kept }, values as Readonly<Record<string, unknown>>, printing);
    return printed.filter(({ value }) => value !== '');
  };
  const all = (step: string) => decisions.filter((one) => one.step === step && !one.isVoid && one.seat === undefined);
  const standing = (step: string, item?: string) =>
    all(step).findLast((one) => item === undefined || one.item === item);

  return {
    data,
    names,
    at,
    fieldsOf,
    /** The answers to a step that stand, the earliest first. */
    all,
    /** The last of them. */
    standing,
    head: (kind: string, conclusion: string | null) => ({
      title: of.documents[kind]?.zh ?? '',
      company,
      caseId: head.id,
      conclusion,
      issuedAt,
      timeZone,
      journalHead,
    }),
    /** Who began the case, and what they filled in. */
    request: (title: string, [who, when]: readonly [string, string], form: Form, values: object): PrintedBlock => ({
      kind: 'fields',
      title,
      fields: [
        { label: who, value: head.applicant.name },
        { label: when, value: at(head.startedAt) },
        ...fieldsOf(form, values),
      ],
    }),
    /** The form of the last answer to a step, where there is one. */
    filled: (title: string, step: string, form: Form, left: readonly string[] = []): PrintedBlock[] => {
      const decision = standing(step);
      return decision ? [{ kind: 'fields', title, fields: fieldsOf(form, decision.form, left, decision) }] : [];
    },
    /** A table; where it would be empty, the words for that. */
    table: (
      title: string,
      columns: readonly string[],
      rows: readonly (readonly string[])[],
      none = '（无）',
    ): PrintedBlock =>
      rows.length === 0
        ? { kind: 'fields', title, fields: [{ label: '说明', value: none, wide: true }] }
        : { kind: 'table', title, columns, rows },
    decisions: (title: string, which: readonly string[]): PrintedBlock => ({
      kind: 'decisions',
      title,
      decisions: printedDecisions(
        of,
        decisions.filter(({ step }) => which.includes(step)),
        timeZone,
      ),
    }),
  };
}
