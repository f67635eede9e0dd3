import type { Text } from '../../../models/contracts/text';
import type { MailFacts } from '../facts-of';

/** How a kind of mail is worded. */
export interface Wording {
  /** Begins the subject line. */
  readonly tag: Text;
  readonly lead: (facts: MailFacts) => Text;
  /** Stands before the reason, if there is one. */
  readonly reason: (facts: MailFacts) => Text;
  readonly link: Text;
}

/** Where the link of a mail leads, and what stands before its reason. */
export const WORDS = {
  handle: { zh: '打开任务', en: 'Open the task' },
  look: { zh: '查看流程', en: 'Open the case' },
  because: { zh: '原因', en: 'Reason' },
  returned: { zh: '退回原因', en: 'Why it was returned' },
} as const satisfies Record<string, Text>;

/** How much of its time is used, as a sentence begins. */
export function timeUsed({ atPercent, clock }: MailFacts): Text {
  const zh = clock?.zh ?? '办理时限';
  const [time, allotted] = clock
    ? [`the time of “${clock.en}”`, `the time of “${clock.en}”`]
    : ['the time', 'the allotted time'];
  if (atPercent === null) return { zh: `${zh}临近`, en: 'Its time is running out' };
  if (atPercent < 100) return { zh: `${zh}已用 ${atPercent}%`, en: `${atPercent}% of ${time} is used` };
  if (atPercent === 100) return { zh: `${zh}已用完`, en: `All of ${time} is used` };
  return { zh: `已用时间达到${zh}的 ${atPercent}%`, en: `${atPercent}% of ${allotted} has passed` };
}
