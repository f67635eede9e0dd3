import { WORDS, type Wording } from './words';

/** The words of faults, visits, dangers and major maintenance. */
export const SERVICE_WORDING = {
  'fault-received': {
    tag: { zh: '故障已受理', en: 'Fault received' },
    lead: ({ caseId }) => ({
      zh: `您报告的故障已受理，编号 ${caseId}，工程师将尽快与您联系。再次来电只需说明编号。`,
      en: `The fault that you reported is received under the number ${caseId}; an engineer will call you soon. If you call again, the number is enough.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'fault-reported': {
    tag: { zh: '故障报告', en: 'Fault' },
    lead: ({ caseId }) => ({
      zh: `发生故障，编号 ${caseId}，正在处理，特此报告。`,
      en: `A fault has occurred and is being dealt with under the number ${caseId}.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'fault-joined': {
    tag: { zh: '故障已并入', en: 'Fault joined' },
    lead: ({ caseId }) => ({
      zh: `报修 ${caseId} 与一件在办故障相同，已并入该故障，一并处理到解决为止。`,
      en: `The report ${caseId} is about a fault that is dealt with already; it was joined to that one, and both are followed to the end.`,
    }),
    reason: () => ({ zh: '在办故障编号', en: 'Number of the open fault' }),
    link: WORDS.look,
  },
  'fault-over': {
    tag: { zh: '故障处理结束', en: 'Fault over' },
    lead: ({ caseId, ending }) =>
      ending === 'completed'
        ? { zh: `故障 ${caseId} 已解决并归档。`, en: `The fault ${caseId} is solved and filed.` }
        : {
            zh: `故障 ${caseId} 已取消，不再处理。仍有故障的，请重新报修。`,
            en: `The fault ${caseId} was cancelled and is dealt with no more. If something is still wrong, please report it again.`,
          },
    reason: () => ({ zh: '说明', en: 'About it' }),
    link: WORDS.look,
  },
  'onsite-unsolved': {
    tag: { zh: '现场未解决', en: 'Not solved on site' },
    lead: ({ caseId }) => ({
      zh: `现场服务 ${caseId} 暂时未能解决问题，或发现新的故障，正在寻求其他解决途径。`,
      en: `The on-site service ${caseId} has not solved it for now, or has found another fault; we look for another way.`,
    }),
    reason: () => ({ zh: '现场情况', en: 'How it stands' }),
    link: WORDS.look,
  },
  'solved-from-afar': {
    tag: { zh: '故障已远程解决', en: 'Solved from afar' },
    lead: ({ caseId }) => ({
      zh: `故障 ${caseId} 已解决，现场服务尚未结束。请与现场工程师和用户商定是否仍需前往或留守。`,
      en: `The fault ${caseId} is solved while somebody is still sent there. Please agree with the engineer and the user whether they go on.`,
    }),
    reason: () => ({ zh: '现场服务编号', en: 'On-site service' }),
    link: WORDS.look,
  },
  'solved-meanwhile': {
    tag: { zh: '故障已由别处解决', en: 'Solved elsewhere' },
    lead: ({ caseId }) => ({
      zh: `故障 ${caseId} 已解决，由它发起的下列流程仍在办。请填写处理情况并办结，或取消它，以免继续通报客户。`,
      en: `The fault ${caseId} is solved; these cases that it opened still go on. Please finish or cancel them, so that the customer is told no more of them.`,
    }),
    reason: () => ({ zh: '仍在办的流程', en: 'Cases that go on' }),
    link: WORDS.look,
  },
  'danger-severe': {
    tag: { zh: '严重隐患', en: 'Severe danger' },
    lead: ({ subject }) => ({
      zh: `经分析，“${subject}”属于严重隐患，现转为重大维护处理。`,
      en: `“${subject}” was judged to be a severe danger, and is handed to major maintenance.`,
    }),
    reason: () => ({ zh: '潜在影响范围', en: 'How far it may reach' }),
    link: WORDS.look,
  },
  'danger-none': {
    tag: { zh: '不构成隐患', en: 'No danger' },
    lead: ({ subject }) => ({
      zh: `经分析，“${subject}”不构成隐患，流程就此结束。有不同意见的，请重新报告。`,
      en: `“${subject}” was judged to be no danger, and the case ends. Who sees it otherwise reports it anew.`,
    }),
    reason: () => ({ zh: '分析', en: 'Analysis' }),
    link: WORDS.look,
  },
  'callback-not-true': {
    tag: { zh: '回访不实', en: 'Callback not as registered' },
    lead: ({ subject }) => ({
      zh: `质控抽查发现“${subject}”的登记与客户的说法不符，请另行决定如何处理。`,
      en: `QA has found that “${subject}” is not as it was registered; what follows is decided.`,
    }),
    reason: () => ({ zh: '核实情况', en: 'What was found' }),
    link: WORDS.look,
  },
  'callback-answered': {
    tag: { zh: '回访答复', en: 'Answer to your callback' },
    lead: () => ({
      zh: '您在回访中反映的情况已经处理，答复如下。我们会再与您联系，了解您是否满意。',
      en: 'What you told us when we called back was dealt with; this is our answer. We will ask you once more whether you are satisfied.',
    }),
    reason: () => ({ zh: '答复', en: 'Answer' }),
    link: WORDS.look,
  },
  'customer-wishes': {
    tag: { zh: '客户需求', en: "A customer's wishes" },
    lead: ({ subject }) => ({
      zh: `客户在“${subject}”中提出了意见或需求，请您跟进。`,
      en: `A customer has told wishes or needs in “${subject}”; please see to them.`,
    }),
    reason: () => ({ zh: '意见和需求', en: 'Wishes and needs' }),
    link: WORDS.look,
  },
  'major-opened': {
    tag: { zh: '重大维护启动', en: 'Major maintenance begun' },
    lead: () => ({
      zh: '我们已启动重大维护处理，正在安排二线技术人员和专家；解决之前定期通报进展。',
      en: 'Major maintenance has begun, and people are being assigned. Progress is told at a set rhythm until it is solved.',
    }),
    reason: () => ({ zh: '情况', en: 'What it is about' }),
    link: WORDS.look,
  },
  'major-over': {
    tag: { zh: '重大维护结束', en: 'Major maintenance over' },
    lead: ({ caseId }) => ({
      zh: `重大维护处理 ${caseId} 已结束，不再通报进展。`,
      en: `The major maintenance ${caseId} is over; no more progress is told.`,
    }),
    reason: () => ({ zh: '处理结果', en: 'What came of it' }),
    link: WORDS.look,
  },
  'major-refused': {
    tag: { zh: '用户未确认', en: 'Not confirmed' },
    lead: ({ caseId }) => ({
      zh: `用户没有确认重大维护处理 ${caseId} 的结果，处理继续进行。`,
      en: `The user has not confirmed what came of the major maintenance ${caseId}; the work goes on.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.look,
  },
  'major-unsolved': {
    tag: { zh: '暂时不能解决', en: 'Not solved for now' },
    lead: ({ caseId }) => ({
      zh: `重大维护处理 ${caseId} 暂时不能解决。我们正在寻找其他解决途径，后续安排另行告知。`,
      en: `The major maintenance ${caseId} cannot solve it for now. Another way is looked for; you will be told what is arranged.`,
    }),
    reason: () => ({ zh: '处理情况', en: 'What was done' }),
    link: WORDS.look,
  },
  'major-staffed': {
    tag: { zh: '重大维护派工', en: 'Major maintenance' },
    lead: () => ({
      zh: '重大维护处理已安排二线技术人员和专家，人员如下；解决之前定期通报进展。',
      en: 'Second-line engineers and experts are assigned as follows. Progress is told at a set rhythm until it is solved.',
    }),
    reason: () => ({ zh: '人员', en: 'People' }),
    link: WORDS.look,
  },
  'major-progress': {
    tag: { zh: '处理进展', en: 'Progress' },
    lead: () => ({
      zh: '重大维护正在处理，最新进展如下。',
      en: 'The major maintenance goes on. This is the latest.',
    }),
    reason: () => ({ zh: '最新进展', en: 'Latest' }),
    link: WORDS.look,
  },
  'progress-wanted': {
    tag: { zh: '请更新进展', en: 'Progress wanted' },
    lead: () => ({
      zh: '自上次通报以来没有新的进展记录，请尽快填写，供下次通报客户。',
      en: 'Nothing new was written since the last mail to the customer. Please write how it stands.',
    }),
    reason: () => ({ zh: '上次的进展', en: 'What was said last' }),
    link: WORDS.look,
  },
} as const satisfies Record<string, Wording>;
