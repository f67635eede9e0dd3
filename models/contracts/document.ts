import type { Mark } from './signing';
import type { Strokes } from './strokes';

/** One printed cell: its label and its value, both ready to print. */
export interface PrintedField {
  readonly label: string;
  readonly value: string;
  /** Takes the whole width of the page; else two fields share a row. */
  readonly wide?: boolean;
  /** A signature, drawn above the value. */
  readonly drawing?: Strokes;
}

/** One signed opinion on a form: who decided what, when, for whom, in which words. */
export interface PrintedDecision {
  readonly step: string;
  readonly outcome: string;
  readonly by: string;
  readonly forWhom: string | null;
  readonly at: string;
  readonly comment: string;
  /** How it was signed; missing where a tick was all. */
  readonly mark?: Mark;
  /** Void after a return to an earlier stage; printed, but marked 已作废. */
  readonly isVoid: boolean;
}

/** A block of a printed form, in the order in which it is printed. */
export type PrintedBlock =
  | { readonly kind: 'fields'; readonly title: string; readonly fields: readonly PrintedField[] }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'decisions'; readonly title: string; readonly decisions: readonly PrintedDecision[] }
  | { readonly kind: 'note'; readonly text: string };

/** The plain view of one document: everything that is printed, nothing that has to be looked up. */
export interface DocumentView {
  /** The document's own Chinese title, such as 设备报废审批单. */
  readonly title: string;
  readonly company: string;
  readonly caseId: string;
  /** Printed large beside the title when the case has its outcome, such as 同意报废. */
  readonly conclusion: string | null;
  readonly issuedAt: string;
  readonly timeZone: string;
  readonly blocks: readonly PrintedBlock[];
  /** Head of the case's journal when the document was made; printed in the footer. */
  readonly journalHead: { readonly seq: number; readonly hash: string };
}
