import type { Language, Text } from '../../models/contracts/text';
import type { MailRow } from '../../models/db';
import type { MailLink } from './decision-link';
import { instantInWords } from './due-time';
import { dutyFactsOf, dutyRows } from './duty';
import { afterwordOf } from './endings';
import { factsOf, type MailFacts } from './facts-of';
import { WORDING } from './wordings';

/** What all mails of an installation have in common. */
export interface MailLook {
  readonly publicUrl: string;
  readonly companyName: string;
  readonly timeZone: string;
}

/** A mail in words, before it is laid out as text or HTML; nothing in it is escaped. */
export interface Letter {
  readonly language: Language;
  readonly salutation: string;
  readonly lead: string;
  readonly reason: { readonly label: string; readonly text: string } | null;
  readonly afterword: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Null where the recipient has no account and is asked for nothing. */
  readonly link: { readonly label: string; readonly url: string } | null;
  readonly footer: readonly string[];
}

/** Words the letter that a mail row stands for; with a link it leads to where its recipient decides without signing in. */
export function letterOf(mail: MailRow, look: MailLook, decides: MailLink | null = null): Letter {
  const language = languageOf(mail);
  const say = (text: Text) => text[language];
  const facts = factsOf(mail);
  const wording = WORDING[mail.kind];
  const reason = facts.cause ? say(facts.cause) : facts.reason;
  const afterword = facts.ending && afterwordOf(mail.process, facts.ending);
  return {
    language,
    salutation: say({ zh: `${facts.recipient}，您好：`, en: `Dear ${facts.recipient},` }),
    lead: [wording.lead(facts), ...inWhosePlace(facts)].map(say).join(language === 'zh' ? '' : ' '),
    reason: reason === '' ? null : { label: say(wording.reason(facts)), text: reason },
    afterword: afterword ? say(afterword) : '',
    facts: factsToShow(mail, facts, look, say),
    link: linkOf(mail, look.publicUrl, decides, say),
    footer: [say(noticeOf(mail, decides, look)), look.companyName],
  };
}

function inWhosePlace({ forWhom, substitutedBy, isUnserved }: MailFacts): readonly Text[] {
  if (forWhom !== '') return [{ zh: `${forWhom}缺勤，由您代办。`, en: `You act for ${forWhom}, who is absent.` }];
  if (substitutedBy !== '')
    return [{ zh: `您缺勤期间由${substitutedBy}代办。`, en: `${substitutedBy} acts for you while you are absent.` }];
  if (!isUnserved) return [];
  return [
    {
      zh: '您已登记缺勤，但代办人不能办理此步骤，请转办给他人。',
      en: 'You are entered as absent, but your substitute may not do this step; please hand it over to somebody else.',
    },
  ];
}

/** The language in which the recipient is written to; Chinese unless they chose English. */
export function languageOf(mail: MailRow): Language {
  return mail.recipient.language === 'en' ? 'en' : 'zh';
}

/** What the recipient is told of the mail itself: nobody reads answers to it, and what opening its link does. */
function noticeOf({ recipient }: MailRow, decides: MailLink | null, { timeZone }: MailLook): Text {
  if (decides) return beside(AUTOMATIC, beside(LINK_DECIDES, goodUntil(decides, timeZone)));
  return recipient.hasNoAccount ? AUTOMATIC : beside(AUTOMATIC, SIGN_IN_FIRST);
}

function beside(first: Text, second: Text): Text {
  return { zh: `${first.zh}${second.zh}`, en: `${first.en} ${second.en}` };
}

const AUTOMATIC: Text = {
  zh: '本邮件由系统自动发出，请勿回复。',
  en: 'This mail was sent automatically; please do not reply.',
};

const SIGN_IN_FIRST: Text = {
  zh: '打开链接不会作出任何决定，须登录后办理。',
  en: 'Opening the link decides nothing, you sign in first.',
};

const LINK_DECIDES: Text = {
  zh: '打开链接不会作出任何决定，在页面上确认后才生效。链接仅供您本人使用，请勿转发。',
  en: 'Opening the link decides nothing, you confirm on the page. The link is for you alone; please do not pass it on.',
};

function goodUntil({ until }: MailLink, timeZone: string): Text {
  return {
    zh: `链接在 ${instantInWords(until, timeZone, 'zh')} 前有效。`,
    en: `It is good until ${instantInWords(until, timeZone, 'en')}.`,
  };
}

const DECIDE: Text = { zh: '查看并办理', en: 'Look at it and decide' };

function factsToShow(mail: MailRow, facts: MailFacts, look: MailLook, say: (text: Text) => string): Letter['facts'] {
  const duty = dutyFactsOf(mail);
  if (duty) return shownOf(dutyRows(duty, look.timeZone, languageOf(mail)), say);
  const isAboutTask = mail.taskId !== null || mail.kind === 'task-paused';
  const inWords = (at: Date | null) => (at ? instantInWords(at, look.timeZone, languageOf(mail)) : '');
  const rows: readonly (readonly [Text, string])[] = [
    [{ zh: '流程', en: 'Procedure' }, say(facts.procedure)],
    [{ zh: '编号', en: 'Number' }, facts.caseId],
    [{ zh: '事项', en: 'Subject' }, facts.subject],
    [{ zh: '步骤', en: 'Step' }, isAboutTask ? say(facts.step) : ''],
    [{ zh: '表决方式', en: 'How it is decided' }, facts.voting ? say(facts.voting) : ''],
    [{ zh: '客户', en: 'Customer' }, facts.customer],
    [{ zh: '申请人', en: 'Applicant' }, facts.applicant],
    [facts.clock ?? { zh: '办理时限', en: 'Due' }, inWords(facts.dueAt)],
    [{ zh: '窗口开始', en: 'Window from' }, inWords(facts.windowBeginsAt)],
    [{ zh: '窗口结束', en: 'Window to' }, inWords(facts.windowEndsAt)],
    [{ zh: '自动恢复', en: 'Goes on by itself' }, inWords(facts.until)],
    [{ zh: '时限说明', en: 'Why then' }, facts.why],
  ];
  return shownOf(rows, say);
}

function shownOf(rows: readonly (readonly [Text, string])[], say: (text: Text) => string): Letter['facts'] {
  return rows.filter(([, value]) => value !== '').map(([label, value]) => [say(label), value] as const);
}

function linkOf(
  mail: MailRow,
  publicUrl: string,
  decides: MailLink | null,
  say: (text: Text) => string,
): Letter['link'] {
  const { kind, taskId, caseId, recipient } = mail;
  const root = publicUrl.replace(/\/+$/, '');
  if (decides) return { label: say(DECIDE), url: `${root}/decide/${decides.token}` };
  if (recipient.hasNoAccount) return null;
  const duty = dutyFactsOf(mail);
  if (duty) return { label: say(WORDING[kind].link), url: `${root}/teams/${encodeURIComponent(duty.teamId)}/roster` };
  const of = kind === 'webhook-disabled' ? 'webhooks' : 'cases';
  const place = taskId === null ? `${of}/${encodeURIComponent(caseId)}` : `tasks/${encodeURIComponent(taskId)}`;
  return { label: say(WORDING[kind].link), url: `${root}/${place}` };
}
