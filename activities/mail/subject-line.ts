import type { Language } from '../../models/contracts/text';
import type { MailRow } from '../../models/db';
import { dutyFactsOf, dutySubject } from './duty';
import { ENDINGS } from './endings';
import { factsOf } from './facts-of';
import { languageOf } from './letter';
import { clip, oneLine } from './one-line';
import { WORDING } from './wordings';

const SUBJECT_IN_CHARACTERS = 60;
const LINE_IN_CHARACTERS = 160;

/** The subject line: `【待办】设备报废审批 BF-20261121-0001：项目经理审批（HP LaserJet）`, never more than one line. */
export function subjectLine(mail: MailRow): string {
  const language = languageOf(mail);
  const { procedure, step, caseId, subject, ending } = factsOf(mail);
  const tag = WORDING[mail.kind].tag[language];
  const duty = dutyFactsOf(mail);
  if (duty) return clip(oneLine(bracketed(tag, dutySubject(duty, language), language)), LINE_IN_CHARACTERS);
  const about = (mail.kind === 'case-closed' ? ending && ENDINGS[ending] : step)?.[language] ?? '';
  const device = clip(subject, SUBJECT_IN_CHARACTERS);
  const line =
    language === 'en'
      ? `${procedure.en} ${caseId}${about && `: ${about}`}${device && ` (${device})`}`
      : `${procedure.zh} ${caseId}${about && `：${about}`}${device && `（${device}）`}`;
  return clip(oneLine(bracketed(tag, line, language)), LINE_IN_CHARACTERS);
}

function bracketed(tag: string, line: string, language: Language): string {
  return language === 'en' ? `[${tag}] ${line}` : `【${tag}】${line}`;
}
