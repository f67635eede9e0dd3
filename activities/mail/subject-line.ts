import type { MailRow } from '../../models/db';
import { ENDINGS } from './endings';
import { factsOf } from './facts-of';
import { languageOf } from './letter';
import { clip, oneLine } from './one-line';
import { WORDING } from './wording';

const SUBJECT_IN_CHARACTERS = 60;
const LINE_IN_CHARACTERS = 160;

/** The subject line: `【待办】设备报废审批 BF-20261121-0001：项目经理审批（HP LaserJet）`, never more than one line. */
export function subjectLine(mail: MailRow): string {
  const language = languageOf(mail);
  const { procedure, step, caseId, subject, ending } = factsOf(mail);
  const tag = WORDING[mail.kind].tag[language];
  const about = (mail.kind === 'case-closed' ? ending && ENDINGS[ending] : step)?.[language] ?? '';
  const device = clip(subject, SUBJECT_IN_CHARACTERS);
  const line =
    language === 'en'
      ? `[${tag}] ${procedure.en} ${caseId}${about && `: ${about}`}${device && ` (${device})`}`
      : `【${tag}】${procedure.zh} ${caseId}${about && `：${about}`}${device && `（${device}）`}`;
  return clip(oneLine(line), LINE_IN_CHARACTERS);
}
