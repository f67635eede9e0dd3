import { WORDS, type Wording } from './words';

/** The words of complaints. */
export const COMPLAINT_WORDING = {
  'complaint-received': {
    tag: { zh: '投诉已受理', en: 'Complaint received' },
    lead: ({ caseId }) => ({
      zh: `您的投诉已受理，编号 ${caseId}，我们会跟踪处理到底，并答复您。`,
      en: `Your complaint is received under the number ${caseId}. We follow it to its end, and answer you.`,
    }),
    reason: () => ({ zh: '联系人', en: 'Your contact' }),
    link: WORDS.look,
  },
  'complaint-answered': {
    tag: { zh: '投诉答复', en: 'Complaint answered' },
    lead: () => ({ zh: '您的投诉已处理，答复如下。', en: 'Your complaint was dealt with; this is our answer.' }),
    reason: () => ({ zh: '答复', en: 'Answer' }),
    link: WORDS.look,
  },
  'complaint-raised': {
    tag: { zh: '投诉升级', en: 'Complaint raised' },
    lead: () => ({
      zh: '投诉人对处理结果不满意，投诉由更高一级（已是最高级的，由原级）重新处理。',
      en: 'The complainant is not satisfied. The complaint is gone into again, one level higher unless it was the highest.',
    }),
    reason: () => ({ zh: '不满意的原因', en: 'Why they are not satisfied' }),
    link: WORDS.look,
  },
  'complaint-ended': {
    tag: { zh: '投诉终止', en: 'Complaint ended' },
    lead: ({ caseId }) => ({
      zh: `您的投诉（编号 ${caseId}）已终止处理，特此告知。`,
      en: `We have stopped dealing with your complaint ${caseId}, and let you know.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
} as const satisfies Record<string, Wording>;
