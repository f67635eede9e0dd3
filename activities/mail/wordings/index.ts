import type { MailKind } from '../../../models/contracts/record';
import { CASE_WORDING } from './case-wording';
import { COMPLAINT_WORDING } from './complaint-wording';
import { CUTOVER_WORDING } from './cutover-wording';
import { DUTY_WORDING } from './duty-wording';
import { SERVICE_WORDING } from './service-wording';
import { TASK_WORDING } from './task-wording';
import { VOTE_WORDING } from './vote-wording';
import type { Wording } from './words';

/** The words of every kind of mail. */
export const WORDING: Readonly<Record<MailKind, Wording>> = {
  ...TASK_WORDING,
  ...VOTE_WORDING,
  ...DUTY_WORDING,
  ...CASE_WORDING,
  ...CUTOVER_WORDING,
  ...COMPLAINT_WORDING,
  ...SERVICE_WORDING,
};
