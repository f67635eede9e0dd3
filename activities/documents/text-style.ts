import type { FontName } from './fonts';

/** How one run of letters is set. */
export interface TextStyle {
  readonly font: FontName;
  readonly sizeInPt: number;
  readonly leadingInPt: number;
  readonly colour: string;
}

/** The colours of a form; chosen to stay apart when it is printed in black and white. */
export const colours = {
  ink: '#1a1a1a',
  faint: '#5f6670',
  voided: '#8d939b',
  seal: '#c1121f',
  border: '#3c4043',
  labelFill: '#f3f5f8',
  headingFill: '#e3e8ef',
} as const;

/** The type sizes of a form, from the company's name down to the hash in the footer. */
export const styles = {
  company: { font: 'regular', sizeInPt: 12, leadingInPt: 18, colour: colours.ink },
  title: { font: 'bold', sizeInPt: 22, leadingInPt: 32, colour: colours.ink },
  stamp: { font: 'bold', sizeInPt: 15, leadingInPt: 21, colour: colours.seal },
  meta: { font: 'regular', sizeInPt: 9.5, leadingInPt: 14, colour: colours.ink },
  heading: { font: 'bold', sizeInPt: 10.5, leadingInPt: 16, colour: colours.ink },
  label: { font: 'regular', sizeInPt: 9.5, leadingInPt: 15, colour: colours.ink },
  body: { font: 'regular', sizeInPt: 9.5, leadingInPt: 15, colour: colours.ink },
  tableHead: { font: 'bold', sizeInPt: 9, leadingInPt: 14, colour: colours.ink },
  tableBody: { font: 'regular', sizeInPt: 9, leadingInPt: 14, colour: colours.ink },
  outcome: { font: 'bold', sizeInPt: 11, leadingInPt: 18, colour: colours.ink },
  signature: { font: 'regular', sizeInPt: 9.5, leadingInPt: 48, colour: colours.ink },
  badge: { font: 'bold', sizeInPt: 9, leadingInPt: 14, colour: colours.seal },
  note: { font: 'regular', sizeInPt: 9, leadingInPt: 14.5, colour: colours.faint },
  running: { font: 'regular', sizeInPt: 8, leadingInPt: 11, colour: colours.faint },
  hash: { font: 'regular', sizeInPt: 5.5, leadingInPt: 8, colour: colours.faint },
} as const satisfies Record<string, TextStyle>;
