import type { Text } from '../../../models/contracts/text';
import type { MailFacts } from '../facts-of';
import { WORDS, type Wording } from './words';

/** The words of change cutovers. */
export const CUTOVER_WORDING = {
  'cutover-announced': {
    tag: { zh: '紧急割接', en: 'Emergency cutover' },
    lead: () => ({
      zh: '紧急变更已由维护经理放行，将在以下窗口割接。割接计划已归档，可在流程页面查看；割接后请您补批。',
      en: 'An emergency change was let through by the maintenance manager and is cut over in this window. Its plan is filed with the case; you are asked for your approval afterwards.',
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'window-ending': {
    tag: { zh: '窗口将尽', en: 'Window ending' },
    lead: ({ then }) => whenItEnds(then),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'roll-back-begun': {
    tag: { zh: '回退', en: 'Roll-back' },
    lead: () => ({
      zh: '割接未能完成，现按计划逆序回退，恢复到修改前的程序和数据。',
      en: 'The cutover could not be finished. It is being rolled back, in reverse order, to the former program and data.',
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
} as const satisfies Record<string, Wording>;

function whenItEnds(then: MailFacts['then']): Text {
  if (then === 'decided')
    return {
      zh: '割接窗口即将结束。已过不可回退点，届时由维护经理决定继续或回退。',
      en: 'The window is about to end. The point of no return is past: the maintenance manager decides then, forward or back.',
    };
  if (then === 'planned-anew')
    return {
      zh: '割接窗口即将结束。割接尚未开始，届时将中止并重新安排窗口。',
      en: 'The window is about to end. Nothing has been begun: it is called off then, and needs another window.',
    };
  return {
    zh: '割接窗口即将结束，届时未完成的割接将按计划回退。',
    en: 'The window is about to end; what is not done by then is rolled back.',
  };
}
