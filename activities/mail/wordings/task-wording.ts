import type { Text } from '../../../models/contracts/text';
import type { MailFacts } from '../facts-of';
import { timeUsed, WORDS, type Wording } from './words';

const transferred: Text = { zh: '转办原因', en: 'Why it was handed over' };

/** The words of tasks: what is asked, how long there is, who acts for whom. */
export const TASK_WORDING = {
  'task-opened': {
    tag: { zh: '待办', en: 'To do' },
    lead: whyItIsYours,
    reason: ({ returnedBy, transferredBy }) =>
      returnedBy ? WORDS.returned : transferredBy ? transferred : WORDS.because,
    link: WORDS.handle,
  },
  'task-reminder': {
    tag: { zh: '催办', en: 'Reminder' },
    lead: (facts) => ({
      zh: `${timeUsed(facts).zh}，“${facts.step.zh}”尚未办结，请尽快办理。`,
      en: `“${facts.step.en}” is still waiting for you. ${timeUsed(facts).en}.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.handle,
  },
  'task-escalated': {
    tag: { zh: '升级', en: 'Escalated' },
    lead: (facts) => ({
      zh: `${timeUsed(facts).zh}，“${facts.step.zh}”尚未办结，现升级给您，请您办理。`,
      en: `“${facts.step.en}” has not been answered and is now passed on to you. ${timeUsed(facts).en}.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.handle,
  },
  'task-late': {
    tag: { zh: '逾期', en: 'Overdue' },
    lead: (facts) => ({
      zh: `“${facts.step.zh}”到期未办结，请您关注并督促。${timeUsed(facts).zh}。`,
      en: `“${facts.step.en}” was not answered in time; please look after it. ${timeUsed(facts).en}.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.handle,
  },
  'task-substituted': {
    tag: { zh: '代办', en: 'Substitute' },
    lead: ({ step }) => ({ zh: `“${step.zh}”正在等待办理。`, en: `“${step.en}” waits to be answered.` }),
    reason: () => WORDS.because,
    link: WORDS.handle,
  },
  'substitution-over': {
    tag: { zh: '代办结束', en: 'Substitution over' },
    lead: ({ step, person }) => ({
      zh: `“${step.zh}”的代办已结束，由${person}本人继续办理。`,
      en: `“${step.en}” has gone back to ${person}; nobody acts for them on it any more.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.handle,
  },
  'substitute-decided': {
    tag: { zh: '代办结果', en: 'Decided for you' },
    lead: ({ step, by, outcome, voting }) => ({
      zh: `您缺勤期间，${by}代您${voting ? `对“${step.zh}”表决` : `办理了“${step.zh}”`}${outcome ? `：${outcome.zh}` : ''}。`,
      en: `${by} has acted for you while you are absent: they ${voting ? 'voted on' : 'answered'} “${step.en}”${outcome ? ` (${outcome.en})` : ''}.`,
    }),
    reason: () => ({ zh: '意见', en: 'Comment' }),
    link: WORDS.look,
  },
  'task-paused': {
    tag: { zh: '暂停计时', en: 'Clock paused' },
    lead: ({ step, heldBy }) => ({
      zh: `${heldBy}已暂停“${step.zh}”的计时，恢复之前不再催办。`,
      en: `${heldBy} has paused the clock of “${step.en}”; nobody is reminded until it goes on.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'task-resumed': {
    tag: { zh: '恢复计时', en: 'Clock resumed' },
    lead: ({ step, heldBy }) => ({
      zh: `${heldBy ? `${heldBy}已恢复“${step.zh}”的计时` : `暂停时间已到，“${step.zh}”恢复计时`}，请继续办理。`,
      en: `${heldBy ? `${heldBy} has let the clock of “${step.en}” go on` : `The pause is over and the clock of “${step.en}” goes on`}; please go on with it.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.handle,
  },
  'task-withdrawn': {
    tag: { zh: '撤销', en: 'Withdrawn' },
    lead: whyItIsOver,
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'task-delegated': {
    tag: { zh: '委派', en: 'Delegated' },
    lead: ({ step, by }) => ({
      zh: `${by}就“${step.zh}”征求您的意见；您答复后由${by}作出决定。`,
      en: `${by} asks what you think of “${step.en}”, and decides once you have answered.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.handle,
  },
  'delegation-answered': {
    tag: { zh: '委派答复', en: 'Opinion' },
    lead: ({ step, by }) => ({
      zh: `${by}已就“${step.zh}”给出意见，请您作出决定。`,
      en: `${by} has said what they think of “${step.en}”. Please decide.`,
    }),
    reason: () => ({ zh: '意见', en: 'Opinion' }),
    link: WORDS.handle,
  },
  'delegation-over': {
    tag: { zh: '委派取消', en: 'No longer asked' },
    lead: ({ step }) => ({
      zh: `“${step.zh}”的委派已取消，您无需再答复。`,
      en: `Your opinion of “${step.en}” is not needed any more.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'delegation-ended': {
    tag: { zh: '委派终止', en: 'No answer to come' },
    lead: ({ step, by }) => ({
      zh: `${by}已停用，不再答复“${step.zh}”的委派；请您自行决定，或另请他人给出意见。`,
      en: `${by} has left and will not say what they think of “${step.en}”. Please decide, or ask somebody else.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.handle,
  },
  'task-nudged': {
    tag: { zh: '催办', en: 'Reminder' },
    lead: ({ step, by }) => ({
      zh: `${by}请您尽快办理“${step.zh}”。`,
      en: `${by} asks you to answer “${step.en}” soon.`,
    }),
    reason: () => ({ zh: '留言', en: 'Message' }),
    link: WORDS.handle,
  },
} as const satisfies Record<string, Wording>;

function whyItIsYours({ step, returnedBy, transferredBy, addedBy }: MailFacts): Text {
  if (returnedBy) {
    return {
      zh: `${returnedBy}已将流程退回，请您办理“${step.zh}”。`,
      en: `${returnedBy} has returned the case. Please answer “${step.en}”.`,
    };
  }
  if (transferredBy) {
    return {
      zh: `${transferredBy}已将此任务转交给您，请您办理“${step.zh}”。`,
      en: `${transferredBy} has handed this task over to you. Please answer “${step.en}”.`,
    };
  }
  if (addedBy) {
    return {
      zh: `${addedBy}请您一同审批“${step.zh}”。`,
      en: `${addedBy} asks you to decide “${step.en}” together with others.`,
    };
  }
  return { zh: `请您办理“${step.zh}”。`, en: `Please answer “${step.en}”.` };
}

function whyItIsOver({ step, goesOn }: MailFacts): Text {
  if (goesOn === 'lapsed') {
    return {
      zh: `“${step.zh}”未在时限内完成，已关闭，您无需再办理。`,
      en: `“${step.en}” was not done in time and is closed; there is nothing left for you to do.`,
    };
  }
  if (goesOn === 'needless') {
    return {
      zh: `“${step.zh}”已撤销，您无需再办理。`,
      en: `“${step.en}” was withdrawn; there is nothing left for you to do.`,
    };
  }
  return {
    zh: `流程已提前结束，“${step.zh}”已撤销，您无需再办理。`,
    en: `The case has ended early. “${step.en}” was withdrawn; there is nothing left for you to do.`,
  };
}
