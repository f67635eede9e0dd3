import type { Language, Text } from '../../models/contracts/text';
import type { MailRow } from '../../models/db';
import { instantInWords } from './due-time';
import { oneLine } from './one-line';

/** What a mail about a change of the roster tells, cleaned for printing. */
export interface DutyFacts {
  readonly teamId: string;
  readonly team: string;
  readonly from: Date;
  readonly to: Date;
  /** Who is on duty by the change. */
  readonly person: string;
  /** In whose place; empty: besides those on duty. */
  readonly insteadOf: string;
  /** When the two are on duty for each other the other way round; null where it is no swap. */
  readonly inReturn: { readonly from: Date; readonly to: Date } | null;
}

/** Reads what a mail about a change of the roster tells; null for any other mail, and for what it cannot be read of. */
export function dutyFactsOf({ details }: Pick<MailRow, 'details'>): DutyFacts | null {
  const team = details.team as { readonly id?: unknown; readonly name?: unknown } | undefined;
  const [from, to] = [dateOf(details.from), dateOf(details.to)];
  if (typeof team?.id !== 'string' || !from || !to) return null;
  const text = (value: unknown) => (typeof value === 'string' ? oneLine(value) : '');
  return {
    ...{ teamId: team.id, team: text(team.name), from, to },
    ...{ person: text(details.person), insteadOf: text(details.insteadOf), inReturn: returnOf(details.inReturn) },
  };
}

/** What stands under the words of such a mail. */
export function dutyRows(duty: DutyFacts, timeZone: string, language: Language) {
  const { team, from, to, person, insteadOf, inReturn } = duty;
  if (inReturn) return swapRows(duty, inReturn, timeZone, language);
  const rows: readonly (readonly [Text, string])[] = [
    [{ zh: '团队', en: 'Team' }, team],
    [{ zh: '开始', en: 'From' }, instantInWords(from, timeZone, language)],
    [{ zh: '结束', en: 'Until' }, instantInWords(to, timeZone, language)],
    [{ zh: '值班人', en: 'On duty' }, person],
    [{ zh: '原值班人', en: 'In place of' }, insteadOf],
  ];
  return rows;
}

/** Both stretches of a swap, by who is on duty then. */
function swapRows(
  { team, from, to, person, insteadOf }: DutyFacts,
  inReturn: NonNullable<DutyFacts['inReturn']>,
  timeZone: string,
  language: Language,
) {
  const at = (instant: Date) => instantInWords(instant, timeZone, language);
  const between = language === 'en' ? ' – ' : ' 至 ';
  const rows: readonly (readonly [Text, string])[] = [
    [{ zh: '团队', en: 'Team' }, team],
    [instead(person, insteadOf), `${at(from)}${between}${at(to)}`],
    [instead(insteadOf, person), `${at(inReturn.from)}${between}${at(inReturn.to)}`],
  ];
  return rows;
}

function instead(person: string, insteadOf: string): Text {
  return { zh: `${person}替${insteadOf}值班`, en: `${person} in place of ${insteadOf}` };
}

/** The end of the subject line: whose roster, who is on duty, in whose place. */
export function dutySubject({ team, person, insteadOf, inReturn }: DutyFacts, language: Language): string {
  if (inReturn)
    return language === 'en' ? `${team}: ${person} and ${insteadOf} swap` : `${team}：${person}与${insteadOf}换班`;
  if (language === 'en') return `${team}: ${person}${insteadOf && ` in place of ${insteadOf}`}`;
  return `${team}：${person}${insteadOf && `替${insteadOf}`}值班`;
}

function returnOf(value: unknown): DutyFacts['inReturn'] {
  const { from, to } = (value ?? {}) as { readonly from?: unknown; readonly to?: unknown };
  const [begins, ends] = [dateOf(from), dateOf(to)];
  return begins && ends ? { from: begins, to: ends } : null;
}

function dateOf(value: unknown): Date | null {
  const at = typeof value === 'string' ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}
