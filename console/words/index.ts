import type { Text } from '../../models/contracts/text';
import { ABSENCE_WORDS } from './absences';
import { ADMIN_WORDS } from './admin';
import { BULK_WORDS } from './bulk';
import { CALLBACK_WORDS } from './callbacks';
import { CALENDAR_WORDS } from './calendars';
import { CASE_WORDS } from './cases';
import { COMMON_WORDS } from './common';
import { COMPLAINT_WORDS } from './complaints';
import { CUTOVER_WORDS } from './cutovers';
import { DECIDE_WORDS } from './decide';
import { DIRECTORY_WORDS } from './directory';
import { FAULT_WORDS } from './faults';
import { IMPORT_WORDS } from './imports';
import { JOURNAL_WORDS } from '../../models/contracts/journal-words';
import { PHRASE_WORDS } from './phrases';
import { MAIL_WORDS } from './mails';
import { ROSTER_WORDS } from './roster';
import { SIGN_IN_WORDS } from './sign-in';
import { SIGNING_WORDS } from './signing';
import { SOURCE_WORDS } from './sources';
import { TALK_WORDS } from './talk';
import { TASK_WORDS } from './tasks';
import { VOTING_WORDS } from './voting';
import { WEBHOOK_WORDS } from './webhooks';

const ALL = {
  ...COMMON_WORDS,
  ...SIGN_IN_WORDS,
  ...TASK_WORDS,
  ...SIGNING_WORDS,
  ...VOTING_WORDS,
  ...BULK_WORDS,
  ...PHRASE_WORDS,
  ...WEBHOOK_WORDS,
  ...CASE_WORDS,
  ...TALK_WORDS,
  ...JOURNAL_WORDS,
  ...DIRECTORY_WORDS,
  ...IMPORT_WORDS,
  ...ADMIN_WORDS,
  ...CALENDAR_WORDS,
  ...DECIDE_WORDS,
  ...ABSENCE_WORDS,
  ...MAIL_WORDS,
  ...ROSTER_WORDS,
  ...CUTOVER_WORDS,
  ...COMPLAINT_WORDS,
  ...FAULT_WORDS,
  ...CALLBACK_WORDS,
  ...SOURCE_WORDS,
} as const satisfies Record<string, Text>;

/** The name of something that the console says. */
export type WordKey = keyof typeof ALL;

/** Everything that the console says, in both languages; no component holds words of its own. */
export const WORDS: Readonly<Record<WordKey, Text>> = ALL;
