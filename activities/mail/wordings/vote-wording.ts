import { WORDS, type Wording } from './words';

/** The words of votes. */
export const VOTE_WORDING = {
  'vote-closed': {
    tag: { zh: '表决结束', en: 'Vote closed' },
    lead: ({ step, outcome }) => ({
      zh: `“${step.zh}”的表决已有结果${outcome ? `：${outcome.zh}` : ''}，您无需再表决。`,
      en: `The vote on “${step.en}” is decided${outcome ? `: ${outcome.en}` : ''}. There is nothing left for you to do.`,
    }),
    reason: () => ({ zh: '意见', en: 'Comment' }),
    link: WORDS.look,
  },
  'vote-withdrawn': {
    tag: { zh: '表决撤回', en: 'Vote taken back' },
    lead: ({ step, by }) => ({
      zh: `${by}撤回了对“${step.zh}”的表决，暂时无需您表决；轮到您时会再通知。`,
      en: `${by} has taken their vote on “${step.en}” back. You need not vote yet, and will be told when it is your turn.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'voter-removed': {
    tag: { zh: '减签', en: 'No longer asked' },
    lead: ({ step, by }) => ({
      zh: `${by}调整了表决人员，您无需再对“${step.zh}”表决。`,
      en: `${by} has changed who votes: you need not vote on “${step.en}” any more.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
} as const satisfies Record<string, Wording>;
