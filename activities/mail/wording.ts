import type { MailKind } from '../../models/contracts/record';
import type { Text } from '../../models/contracts/text';
import { ENDINGS } from './endings';
import type { MailFacts } from './facts-of';

/** How a kind of mail is worded. */
export interface Wording {
  /** Begins the subject line. */
  readonly tag: Text;
  readonly lead: (facts: MailFacts) => Text;
  /** Stands before the reason, if there is one. */
  readonly reason: (facts: MailFacts) => Text;
  readonly link: Text;
}

const handle: Text = { zh: '打开任务', en: 'Open the task' };
const look: Text = { zh: '查看流程', en: 'Open the case' };
const roster: Text = { zh: '查看值班表', en: 'Open the roster' };
const because: Text = { zh: '原因', en: 'Reason' };
const returned: Text = { zh: '退回原因', en: 'Why it was returned' };
const transferred: Text = { zh: '转办原因', en: 'Why it was handed over' };

/** The words of every kind of mail. */
export const WORDING: Readonly<Record<MailKind, Wording>> = {
  'task-opened': {
    tag: { zh: '待办', en: 'To do' },
    lead: whyItIsYours,
    reason: ({ returnedBy, transferredBy }) => (returnedBy ? returned : transferredBy ? transferred : because),
    link: handle,
  },
  'task-reminder': {
    tag: { zh: '催办', en: 'Reminder' },
    lead: (facts) => ({
      zh: `${timeUsed(facts).zh}，“${facts.step.zh}”尚未办结，请尽快办理。`,
      en: `“${facts.step.en}” is still waiting for you. ${timeUsed(facts).en}.`,
    }),
    reason: () => because,
    link: handle,
  },
  'task-escalated': {
    tag: { zh: '升级', en: 'Escalated' },
    lead: (facts) => ({
      zh: `${timeUsed(facts).zh}，“${facts.step.zh}”尚未办结，现升级给您，请您办理。`,
      en: `“${facts.step.en}” has not been answered and is now passed on to you. ${timeUsed(facts).en}.`,
    }),
    reason: () => because,
    link: handle,
  },
  'task-late': {
    tag: { zh: '逾期', en: 'Overdue' },
    lead: (facts) => ({
      zh: `“${facts.step.zh}”到期未办结，请您关注并督促。${timeUsed(facts).zh}。`,
      en: `“${facts.step.en}” was not answered in time; please look after it. ${timeUsed(facts).en}.`,
    }),
    reason: () => because,
    link: handle,
  },
  'task-substituted': {
    tag: { zh: '代办', en: 'Substitute' },
    lead: ({ step }) => ({ zh: `“${step.zh}”正在等待办理。`, en: `“${step.en}” waits to be answered.` }),
    reason: () => because,
    link: handle,
  },
  'substitution-over': {
    tag: { zh: '代办结束', en: 'Substitution over' },
    lead: ({ step, person }) => ({
      zh: `“${step.zh}”的代办已结束，由${person}本人继续办理。`,
      en: `“${step.en}” has gone back to ${person}; nobody acts for them on it any more.`,
    }),
    reason: () => because,
    link: handle,
  },
  'substitute-decided': {
    tag: { zh: '代办结果', en: 'Decided for you' },
    lead: ({ step, by, outcome, voting }) => ({
      zh: `您缺勤期间，${by}代您${voting ? `对“${step.zh}”表决` : `办理了“${step.zh}”`}${outcome ? `：${outcome.zh}` : ''}。`,
      en: `${by} has acted for you while you are absent: they ${voting ? 'voted on' : 'answered'} “${step.en}”${outcome ? ` (${outcome.en})` : ''}.`,
    }),
    reason: () => ({ zh: '意见', en: 'Comment' }),
    link: look,
  },
  'duty-called': {
    tag: { zh: '值班', en: 'On duty' },
    lead: ({ step, untakenBy }) => ({
      zh: `${untakenBy ? `${untakenBy}未在规定时间内接单或跟进，` : ''}现呼叫您接手，请您签收并办理“${step.zh}”。`,
      en: `${untakenBy ? `${untakenBy} has not acknowledged or followed it up in time. ` : ''}You are called next: please claim and answer “${step.en}”.`,
    }),
    reason: () => because,
    link: handle,
  },
  'duty-changed': {
    tag: { zh: '换班', en: 'Duty changed' },
    lead: ({ by }) => ({
      zh: `${by}调整了值班安排，请留意交接时间。`,
      en: `${by} has changed who is on duty; please mind the hand-over.`,
    }),
    reason: () => because,
    link: roster,
  },
  'duty-change-cancelled': {
    tag: { zh: '换班取消', en: 'Duty as before' },
    lead: ({ by }) => ({
      zh: `${by}取消了以下值班调整，自此按原值班表值班。`,
      en: `${by} has cancelled this change; from now on duty is as the roster says.`,
    }),
    reason: () => because,
    link: roster,
  },
  'task-paused': {
    tag: { zh: '暂停计时', en: 'Clock paused' },
    lead: ({ step, heldBy }) => ({
      zh: `${heldBy}已暂停“${step.zh}”的计时，恢复之前不再催办。`,
      en: `${heldBy} has paused the clock of “${step.en}”; nobody is reminded until it goes on.`,
    }),
    reason: () => because,
    link: look,
  },
  'task-resumed': {
    tag: { zh: '恢复计时', en: 'Clock resumed' },
    lead: ({ step, heldBy }) => ({
      zh: `${heldBy ? `${heldBy}已恢复“${step.zh}”的计时` : `暂停时间已到，“${step.zh}”恢复计时`}，请继续办理。`,
      en: `${heldBy ? `${heldBy} has let the clock of “${step.en}” go on` : `The pause is over and the clock of “${step.en}” goes on`}; please go on with it.`,
    }),
    reason: () => because,
    link: handle,
  },
  'case-reminder': {
    tag: { zh: '催办', en: 'Reminder' },
    lead: (facts) => ({
      zh: `${timeUsed(facts).zh}，流程尚未办结；“${facts.step.zh}”在等您办理，请尽快。`,
      en: `${timeUsed(facts).en}, and the case is not closed: “${facts.step.en}” is waiting for you.`,
    }),
    reason: () => because,
    link: handle,
  },
  'case-late': {
    tag: { zh: '逾期', en: 'Overdue' },
    lead: (facts) => ({
      zh: `${timeUsed(facts).zh}，流程尚未办结，请您关注并督促。`,
      en: `${timeUsed(facts).en}, and the case is not closed; please look after it.`,
    }),
    reason: () => because,
    link: look,
  },
  'task-withdrawn': {
    tag: { zh: '撤销', en: 'Withdrawn' },
    lead: whyItIsOver,
    reason: () => because,
    link: look,
  },
  'task-delegated': {
    tag: { zh: '委派', en: 'Delegated' },
    lead: ({ step, by }) => ({
      zh: `${by}就“${step.zh}”征求您的意见；您答复后由${by}作出决定。`,
      en: `${by} asks what you think of “${step.en}”, and decides once you have answered.`,
    }),
    reason: () => because,
    link: handle,
  },
  'delegation-answered': {
    tag: { zh: '委派答复', en: 'Opinion' },
    lead: ({ step, by }) => ({
      zh: `${by}已就“${step.zh}”给出意见，请您作出决定。`,
      en: `${by} has said what they think of “${step.en}”. Please decide.`,
    }),
    reason: () => ({ zh: '意见', en: 'Opinion' }),
    link: handle,
  },
  'delegation-over': {
    tag: { zh: '委派取消', en: 'No longer asked' },
    lead: ({ step }) => ({
      zh: `“${step.zh}”的委派已取消，您无需再答复。`,
      en: `Your opinion of “${step.en}” is not needed any more.`,
    }),
    reason: () => because,
    link: look,
  },
  'delegation-ended': {
    tag: { zh: '委派终止', en: 'No answer to come' },
    lead: ({ step, by }) => ({
      zh: `${by}已停用，不再答复“${step.zh}”的委派；请您自行决定，或另请他人给出意见。`,
      en: `${by} has left and will not say what they think of “${step.en}”. Please decide, or ask somebody else.`,
    }),
    reason: () => because,
    link: handle,
  },
  'cutover-announced': {
    tag: { zh: '紧急割接', en: 'Emergency cutover' },
    lead: () => ({
      zh: '紧急变更已由维护经理放行，将在以下窗口割接。割接计划已归档，可在流程页面查看；割接后请您补批。',
      en: 'An emergency change was let through by the maintenance manager and is cut over in this window. Its plan is filed with the case; you are asked for your approval afterwards.',
    }),
    reason: () => because,
    link: look,
  },
  'window-ending': {
    tag: { zh: '窗口将尽', en: 'Window ending' },
    lead: ({ then }) => whenItEnds(then),
    reason: () => because,
    link: look,
  },
  'roll-back-begun': {
    tag: { zh: '回退', en: 'Roll-back' },
    lead: () => ({
      zh: '割接未能完成，现按计划逆序回退，恢复到修改前的程序和数据。',
      en: 'The cutover could not be finished. It is being rolled back, in reverse order, to the former program and data.',
    }),
    reason: () => because,
    link: look,
  },
  'complaint-received': {
    tag: { zh: '投诉已受理', en: 'Complaint received' },
    lead: ({ caseId }) => ({
      zh: `您的投诉已受理，编号 ${caseId}，我们会跟踪处理到底，并答复您。`,
      en: `Your complaint is received under the number ${caseId}. We follow it to its end, and answer you.`,
    }),
    reason: () => ({ zh: '联系人', en: 'Your contact' }),
    link: look,
  },
  'fault-received': {
    tag: { zh: '故障已受理', en: 'Fault received' },
    lead: ({ caseId }) => ({
      zh: `您报告的故障已受理，编号 ${caseId}，工程师将尽快与您联系。再次来电只需说明编号。`,
      en: `The fault that you reported is received under the number ${caseId}; an engineer will call you soon. If you call again, the number is enough.`,
    }),
    reason: () => because,
    link: look,
  },
  'fault-reported': {
    tag: { zh: '故障报告', en: 'Fault' },
    lead: ({ caseId }) => ({
      zh: `发生故障，编号 ${caseId}，正在处理，特此报告。`,
      en: `A fault has occurred and is being dealt with under the number ${caseId}.`,
    }),
    reason: () => because,
    link: look,
  },
  'fault-joined': {
    tag: { zh: '故障已并入', en: 'Fault joined' },
    lead: ({ caseId }) => ({
      zh: `报修 ${caseId} 与一件在办故障相同，已并入该故障，一并处理到解决为止。`,
      en: `The report ${caseId} is about a fault that is dealt with already; it was joined to that one, and both are followed to the end.`,
    }),
    reason: () => ({ zh: '在办故障编号', en: 'Number of the open fault' }),
    link: look,
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
    link: look,
  },
  'onsite-unsolved': {
    tag: { zh: '现场未解决', en: 'Not solved on site' },
    lead: ({ caseId }) => ({
      zh: `现场服务 ${caseId} 暂时未能解决问题，或发现新的故障，正在寻求其他解决途径。`,
      en: `The on-site service ${caseId} has not solved it for now, or has found another fault; we look for another way.`,
    }),
    reason: () => ({ zh: '现场情况', en: 'How it stands' }),
    link: look,
  },
  'solved-from-afar': {
    tag: { zh: '故障已远程解决', en: 'Solved from afar' },
    lead: ({ caseId }) => ({
      zh: `故障 ${caseId} 已解决，现场服务尚未结束。请与现场工程师和用户商定是否仍需前往或留守。`,
      en: `The fault ${caseId} is solved while somebody is still sent there. Please agree with the engineer and the user whether they go on.`,
    }),
    reason: () => ({ zh: '现场服务编号', en: 'On-site service' }),
    link: look,
  },
  'linked-not-opened': {
    tag: { zh: '关联流程未能发起', en: 'Linked case not opened' },
    lead: ({ caseId }) => ({
      zh: `流程 ${caseId} 未能自动发起关联流程，请您另行发起。`,
      en: `The case ${caseId} could not open a linked case by itself; please open it yourself.`,
    }),
    reason: () => because,
    link: look,
  },
  'links-go-on': {
    tag: { zh: '关联流程仍在办', en: 'Linked cases go on' },
    lead: ({ caseId }) => ({
      zh: `流程 ${caseId} 已取消，由它发起的下列流程仍在办，请决定继续还是一并取消。`,
      en: `The case ${caseId} was cancelled; these cases that it opened still go on. Please decide whether they are cancelled too.`,
    }),
    reason: () => ({ zh: '仍在办的流程', en: 'Cases that go on' }),
    link: look,
  },
  'complaint-answered': {
    tag: { zh: '投诉答复', en: 'Complaint answered' },
    lead: () => ({ zh: '您的投诉已处理，答复如下。', en: 'Your complaint was dealt with; this is our answer.' }),
    reason: () => ({ zh: '答复', en: 'Answer' }),
    link: look,
  },
  'complaint-raised': {
    tag: { zh: '投诉升级', en: 'Complaint raised' },
    lead: () => ({
      zh: '投诉人对处理结果不满意，投诉由更高一级（已是最高级的，由原级）重新处理。',
      en: 'The complainant is not satisfied. The complaint is gone into again, one level higher unless it was the highest.',
    }),
    reason: () => ({ zh: '不满意的原因', en: 'Why they are not satisfied' }),
    link: look,
  },
  'complaint-ended': {
    tag: { zh: '投诉终止', en: 'Complaint ended' },
    lead: ({ caseId }) => ({
      zh: `您的投诉（编号 ${caseId}）已终止处理，特此告知。`,
      en: `We have stopped dealing with your complaint ${caseId}, and let you know.`,
    }),
    reason: () => because,
    link: look,
  },
  'minutes-issued': {
    tag: { zh: '会议纪要', en: 'Minutes' },
    lead: ({ by }) => ({
      zh: `会议纪要已由${by}发出，内容如下。`,
      en: `${by} has issued the minutes of the meeting.`,
    }),
    reason: () => ({ zh: '会议内容和决议', en: 'What was discussed and resolved' }),
    link: look,
  },
  'danger-severe': {
    tag: { zh: '严重隐患', en: 'Severe danger' },
    lead: ({ subject }) => ({
      zh: `经分析，“${subject}”属于严重隐患，现转为重大维护处理。`,
      en: `“${subject}” was judged to be a severe danger, and is handed to major maintenance.`,
    }),
    reason: () => ({ zh: '潜在影响范围', en: 'How far it may reach' }),
    link: look,
  },
  'danger-none': {
    tag: { zh: '不构成隐患', en: 'No danger' },
    lead: ({ subject }) => ({
      zh: `经分析，“${subject}”不构成隐患，流程就此结束。有不同意见的，请重新报告。`,
      en: `“${subject}” was judged to be no danger, and the case ends. Who sees it otherwise reports it anew.`,
    }),
    reason: () => ({ zh: '分析', en: 'Analysis' }),
    link: look,
  },
  'major-opened': {
    tag: { zh: '重大维护启动', en: 'Major maintenance begun' },
    lead: () => ({
      zh: '我们已启动重大维护处理，正在安排二线技术人员和专家；解决之前定期通报进展。',
      en: 'Major maintenance has begun, and people are being assigned. Progress is told at a set rhythm until it is solved.',
    }),
    reason: () => ({ zh: '情况', en: 'What it is about' }),
    link: look,
  },
  'major-over': {
    tag: { zh: '重大维护结束', en: 'Major maintenance over' },
    lead: ({ caseId }) => ({
      zh: `重大维护处理 ${caseId} 已结束，不再通报进展。`,
      en: `The major maintenance ${caseId} is over; no more progress is told.`,
    }),
    reason: () => ({ zh: '处理结果', en: 'What came of it' }),
    link: look,
  },
  'major-refused': {
    tag: { zh: '用户未确认', en: 'Not confirmed' },
    lead: ({ caseId }) => ({
      zh: `用户没有确认重大维护处理 ${caseId} 的结果，处理继续进行。`,
      en: `The user has not confirmed what came of the major maintenance ${caseId}; the work goes on.`,
    }),
    reason: () => because,
    link: look,
  },
  'major-staffed': {
    tag: { zh: '重大维护派工', en: 'Major maintenance' },
    lead: () => ({
      zh: '重大维护处理已安排二线技术人员和专家，人员如下；解决之前定期通报进展。',
      en: 'Second-line engineers and experts are assigned as follows. Progress is told at a set rhythm until it is solved.',
    }),
    reason: () => ({ zh: '人员', en: 'People' }),
    link: look,
  },
  'major-progress': {
    tag: { zh: '处理进展', en: 'Progress' },
    lead: () => ({
      zh: '重大维护正在处理，最新进展如下。',
      en: 'The major maintenance goes on. This is the latest.',
    }),
    reason: () => ({ zh: '最新进展', en: 'Latest' }),
    link: look,
  },
  'progress-wanted': {
    tag: { zh: '请更新进展', en: 'Progress wanted' },
    lead: () => ({
      zh: '自上次通报以来没有新的进展记录，请尽快填写，供下次通报客户。',
      en: 'Nothing new was written since the last mail to the customer. Please write how it stands.',
    }),
    reason: () => ({ zh: '上次的进展', en: 'What was said last' }),
    link: look,
  },
  mentioned: {
    tag: { zh: '提到您', en: 'Mentioned' },
    lead: ({ by }) => ({ zh: `${by}在评论中提到了您。`, en: `${by} mentions you in a comment.` }),
    reason: () => ({ zh: '评论', en: 'Comment' }),
    link: look,
  },
  'case-copied': {
    tag: { zh: '抄送', en: 'Copy' },
    lead: ({ by }) => ({
      zh: `${by}将此流程抄送给您，请阅知；您无需办理。`,
      en: `${by} sends you a copy of this case for your information; nothing is asked of you.`,
    }),
    reason: () => ({ zh: '附言', en: 'Message' }),
    link: look,
  },
  'task-nudged': {
    tag: { zh: '催办', en: 'Reminder' },
    lead: ({ step, by }) => ({
      zh: `${by}请您尽快办理“${step.zh}”。`,
      en: `${by} asks you to answer “${step.en}” soon.`,
    }),
    reason: () => ({ zh: '留言', en: 'Message' }),
    link: handle,
  },
  'vote-closed': {
    tag: { zh: '表决结束', en: 'Vote closed' },
    lead: ({ step, outcome }) => ({
      zh: `“${step.zh}”的表决已有结果${outcome ? `：${outcome.zh}` : ''}，您无需再表决。`,
      en: `The vote on “${step.en}” is decided${outcome ? `: ${outcome.en}` : ''}. There is nothing left for you to do.`,
    }),
    reason: () => ({ zh: '意见', en: 'Comment' }),
    link: look,
  },
  'vote-withdrawn': {
    tag: { zh: '表决撤回', en: 'Vote taken back' },
    lead: ({ step, by }) => ({
      zh: `${by}撤回了对“${step.zh}”的表决，暂时无需您表决；轮到您时会再通知。`,
      en: `${by} has taken their vote on “${step.en}” back. You need not vote yet, and will be told when it is your turn.`,
    }),
    reason: () => because,
    link: look,
  },
  'voter-removed': {
    tag: { zh: '减签', en: 'No longer asked' },
    lead: ({ step, by }) => ({
      zh: `${by}调整了表决人员，您无需再对“${step.zh}”表决。`,
      en: `${by} has changed who votes: you need not vote on “${step.en}” any more.`,
    }),
    reason: () => because,
    link: look,
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
    reason: ({ returnedBy }) => (returnedBy === '' ? because : returned),
    link: look,
  },
  'case-closed': {
    tag: { zh: '办结', en: 'Closed' },
    lead: ({ ending, applicant, isForApplicant }) => ({
      zh: `${isForApplicant ? '您' : applicant}提交的申请已结束${ending ? `，结果：${ENDINGS[ending].zh}` : ''}。`,
      en: `${isForApplicant ? 'Your request' : `The request of ${applicant}`} is closed${ending ? `: ${ENDINGS[ending].en}` : ''}.`,
    }),
    reason: () => because,
    link: look,
  },
  'webhook-disabled': {
    tag: { zh: '已停用', en: 'Disabled' },
    lead: ({ subject }) => ({
      zh: `“${subject}”接连三天没有收到任何事件，或已声明不再接收，系统已将其停用，此后的事件不再发送。请检查后重新启用，并按需补发。`,
      en: `Nothing has got through to “${subject}” for three days, or it said that it is gone. It was disabled, and is sent no more events. Please look into it, enable it again, and redeliver what is needed.`,
    }),
    reason: () => ({ zh: '最后一次的结果', en: 'What came of the last attempt' }),
    link: { zh: '打开 Webhook', en: 'Open the webhook' },
  },
};

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

function timeUsed({ atPercent, clock }: MailFacts): Text {
  const zh = clock?.zh ?? '办理时限';
  const [time, allotted] = clock
    ? [`the time of “${clock.en}”`, `the time of “${clock.en}”`]
    : ['the time', 'the allotted time'];
  if (atPercent === null) return { zh: `${zh}临近`, en: 'Its time is running out' };
  if (atPercent < 100) return { zh: `${zh}已用 ${atPercent}%`, en: `${atPercent}% of ${time} is used` };
  if (atPercent === 100) return { zh: `${zh}已用完`, en: `All of ${time} is used` };
  return { zh: `已用时间达到${zh}的 ${atPercent}%`, en: `${atPercent}% of ${allotted} has passed` };
}
