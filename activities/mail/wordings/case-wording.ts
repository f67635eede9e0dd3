import { ENDINGS } from '../endings';
import { timeUsed, WORDS, type Wording } from './words';

/** The words of a whole case, whatever its procedure. */
export const CASE_WORDING = {
  'case-reminder': {
    tag: { zh: '催办', en: 'Reminder' },
    lead: (facts) => ({
      zh: `${timeUsed(facts).zh}，流程尚未办结；“${facts.step.zh}”在等您办理，请尽快。`,
      en: `${timeUsed(facts).en}, and the case is not closed: “${facts.step.en}” is waiting for you.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.handle,
  },
  'case-late': {
    tag: { zh: '逾期', en: 'Overdue' },
    lead: (facts) => ({
      zh: `${timeUsed(facts).zh}，流程尚未办结，请您关注并督促。`,
      en: `${timeUsed(facts).en}, and the case is not closed; please look after it.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'linked-not-opened': {
    tag: { zh: '关联流程未能发起', en: 'Linked case not opened' },
    lead: ({ caseId }) => ({
      zh: `流程 ${caseId} 未能自动发起关联流程，请您另行发起。`,
      en: `The case ${caseId} could not open a linked case by itself; please open it yourself.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'links-go-on': {
    tag: { zh: '关联流程仍在办', en: 'Linked cases go on' },
    lead: ({ caseId }) => ({
      zh: `流程 ${caseId} 已取消，由它发起的下列流程仍在办，请决定继续还是一并取消。`,
      en: `The case ${caseId} was cancelled; these cases that it opened still go on. Please decide whether they are cancelled too.`,
    }),
    reason: () => ({ zh: '仍在办的流程', en: 'Cases that go on' }),
    link: WORDS.look,
  },
  'minutes-issued': {
    tag: { zh: '会议纪要', en: 'Minutes' },
    lead: ({ by }) => ({
      zh: `会议纪要已由${by}发出，内容如下。`,
      en: `${by} has issued the minutes of the meeting.`,
    }),
    reason: () => ({ zh: '会议内容和决议', en: 'What was discussed and resolved' }),
    link: WORDS.look,
  },
  mentioned: {
    tag: { zh: '提到您', en: 'Mentioned' },
    lead: ({ by }) => ({ zh: `${by}在评论中提到了您。`, en: `${by} mentions you in a comment.` }),
    reason: () => ({ zh: '评论', en: 'Comment' }),
    link: WORDS.look,
  },
  'case-copied': {
    tag: { zh: '抄送', en: 'Copy' },
    lead: ({ by }) => ({
      zh: `${by}将此流程抄送给您，请阅知；您无需办理。`,
      en: `${by} sends you a copy of this case for your information; nothing is asked of you.`,
    }),
    reason: () => ({ zh: '附言', en: 'Message' }),
    link: WORDS.look,
  },
  'case-returned': {
    tag: { zh: '退回', en: 'Returned' },
    lead: ({ step, returnedBy, isForApplicant }) =>
      returnedBy === ''
        ? { zh: `流程已回到“${step.zh}”。`, en: `The case is back at “${step.en}”.` }
        : {
            zh: `${returnedBy}已退回${isForApplicant ? '您提交的' : '此'}申请，退回至“${step.zh}”。`,
            en: `${returnedBy} has returned ${isForApplicant ? 'your' : 'this'} request to “${step.en}”.`,
          },
    reason: ({ returnedBy }) => (returnedBy === '' ? WORDS.because : WORDS.returned),
    link: WORDS.look,
  },
  'case-closed': {
    tag: { zh: '办结', en: 'Closed' },
    lead: ({ ending, applicant, isForApplicant }) => ({
      zh: `${isForApplicant ? '您' : applicant}提交的申请已结束${ending ? `，结果：${ENDINGS[ending].zh}` : ''}。`,
      en: `${isForApplicant ? 'Your request' : `The request of ${applicant}`} is closed${ending ? `: ${ENDINGS[ending].en}` : ''}.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
} as const satisfies Record<string, Wording>;
