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
}

/** Reads what a mail about a change of the roster tells; null for any other mail, and for what it cannot be read of. */
export function dutyFactsOf({ details }: Pick<MailRow, 'details'>): DutyFacts | null {
  const team = details.team as { readonly id?: unknown; readonly name?: unknown } | undefined;
  const [from, to] = [dateOf(details.from), dateOf(details.to)];
  if (typeof team?.id !== 'string' || !from || !to) return null;
  const text = (value: unknown) => (typeof value === 'string' ? oneLine(value) : '');
  return {
    ...{ teamId: team.id, team: text(team.name), from, to },
    ...{ person: text(details.person), insteadOf: text(details.insteadOf) },
  };
}

/** What stands under the words of such a mail. */
export function dutyRows({ team, from, to, person, insteadOf }: DutyFacts, timeZone: string, language: Language) {
  const rows: readonly (readonly [Text, string])[] = [
    [{ zh: '团队', en: 'Team' }, team],
    [{ zh: '开始', en: 'From' }, instantInWords(from, timeZone, language)],
    [{ zh: '结束', en: 'Until' }, instantInWords(to, timeZone, language)],
    [{ zh: '值班人', en: 'On duty' }, person],
    [{ zh: '原值班人', en: 'In place of' }, insteadOf],
  ];
  return rows;
}

/** The end of the subject line: whose roster, who is on duty, in whose place. */
export function dutySubject({ team, person, insteadOf }: DutyFacts, language: Language): string {
  if (language === 'en') return `${team}: ${person}${insteadOf && ` in place of ${insteadOf}`}`;
  return `${team}：${person}${insteadOf && `替${insteadOf}`}值班`;
}

function dateOf(value: unknown): Date | null {
  const at = typeof value === 'string' ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}
