import type { Text } from '../../models/contracts/text';
import { ABSENCE_WORDS } from './absences';
import { ADMIN_WORDS } from './admin';
import { CALENDAR_WORDS } from './calendars';
import { CASE_WORDS } from './cases';
import { COMMON_WORDS } from './common';
import { DECIDE_WORDS } from './decide';
import { DIRECTORY_WORDS } from './directory';
import { IMPORT_WORDS } from './imports';
import { JOURNAL_WORDS } from './journal';
import { SIGN_IN_WORDS } from './sign-in';
import { TASK_WORDS } from './tasks';
import { VOTING_WORDS } from './voting';

/** Everything that the console says, in both languages; no component holds words of its own. */
export const WORDS = {
  ...COMMON_WORDS,
  ...SIGN_IN_WORDS,
  ...TASK_WORDS,
  ...VOTING_WORDS,
  ...CASE_WORDS,
  ...JOURNAL_WORDS,
  ...DIRECTORY_WORDS,
  ...IMPORT_WORDS,
  ...ADMIN_WORDS,
  ...CALENDAR_WORDS,
  ...DECIDE_WORDS,
  ...ABSENCE_WORDS,
} as const satisfies Record<string, Text>;

/** The name of something that the console says. */
export type WordKey = keyof typeof WORDS;
