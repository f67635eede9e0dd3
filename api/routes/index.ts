import type { Route } from '../http/route';
import { ABSENCE_ROUTES } from './absences';
import { ACCESS_LOG_ROUTES } from './access-log';
import { ATTACHMENT_ROUTES } from './attachments';
import { CALENDAR_DRAFT_ROUTES } from './calendar-drafts';
import { CALENDAR_FILE_ROUTES } from './calendar-files';
import { CALENDAR_ROUTES } from './calendars';
import { CALLBACK_ROUTES } from './callbacks';
import { CASE_ROUTES } from './cases';
import { CASE_MAIL_ROUTES } from './case-mails';
import { COMMENT_ROUTES } from './comments';
import { COMPLAINT_ROUTES } from './complaints';
import { COPY_ROUTES } from './copies';
import { CONTRACT_ROUTES } from './contracts';
import { CUSTOMER_ROUTES } from './customers';
import { CUTOVER_ROUTES } from './cutovers';
import { DECISION_LINK_ROUTES } from './decision-links';
import { DEACTIVATION_ROUTES } from './deactivation';
import { DELEGATION_ROUTES } from './delegation';
import { DEMO_ROUTES } from './demo';
import { DEVICE_ROUTES } from './devices';
import { DOCUMENT_ROUTES } from './documents';
import { FAULT_ROUTES } from './faults';
import { IMPORT_ROUTES } from './imports';
import { INTAKE_ROUTES } from './intake';
import { INTAKE_SOURCE_ROUTES } from './intake-sources';
import { ME_ROUTES } from './me';
import { PERSON_SESSION_ROUTES } from './person-sessions';
import { OVERRUN_ROUTES } from './overruns';
import { POLICY_ROUTES } from './policies';
import { PROCESS_ROUTES } from './processes';
import { RESUME_ROUTES } from './resume';
import { ROSTER_ROUTES } from './rosters';
import { SEARCH_ROUTES } from './search';
import { SERVICE_LEVEL_ROUTES } from './service-levels';
import { SESSION_ROUTES } from './sessions';
import { TASK_ROUTES } from './tasks';
import { VOTER_ROUTES } from './voters';
import { TEAM_ROUTES } from './teams';
import { USER_ROUTES } from './users';
import { WEBHOOK_ROUTES } from './webhooks';
import { WEBHOOK_DELIVERY_ROUTES } from './webhook-deliveries';

/** Every route of the API. */
export const ROUTES: readonly Route[] = [
  ...SESSION_ROUTES,
  ...ME_ROUTES,
  ...PERSON_SESSION_ROUTES,
  ...DEMO_ROUTES,
  ...PROCESS_ROUTES,
  ...SEARCH_ROUTES,
  ...CASE_ROUTES,
  ...CUTOVER_ROUTES,
  ...RESUME_ROUTES,
  ...COMMENT_ROUTES,
  ...COPY_ROUTES,
  ...CASE_MAIL_ROUTES,
  ...TASK_ROUTES,
  ...DECISION_LINK_ROUTES,
  ...OVERRUN_ROUTES,
  ...COMPLAINT_ROUTES,
  ...CALLBACK_ROUTES,
  ...FAULT_ROUTES,
  ...DELEGATION_ROUTES,
  ...VOTER_ROUTES,
  ...DOCUMENT_ROUTES,
  ...ATTACHMENT_ROUTES,
  ...CUSTOMER_ROUTES,
  ...CONTRACT_ROUTES,
  ...DEVICE_ROUTES,
  ...USER_ROUTES,
  ...DEACTIVATION_ROUTES,
  ...TEAM_ROUTES,
  ...ROSTER_ROUTES,
  ...ABSENCE_ROUTES,
  ...IMPORT_ROUTES,
  ...POLICY_ROUTES,
  ...CALENDAR_ROUTES,
  ...CALENDAR_DRAFT_ROUTES,
  ...CALENDAR_FILE_ROUTES,
  ...SERVICE_LEVEL_ROUTES,
  ...WEBHOOK_ROUTES,
  ...WEBHOOK_DELIVERY_ROUTES,
  ...INTAKE_SOURCE_ROUTES,
  ...INTAKE_ROUTES,
  ...ACCESS_LOG_ROUTES,
];
