import type { Role } from '../models/codes';
import type { Config } from '../models/config';
import type { CalendarRef } from '../models/contracts/calendar';
import type {
  CaseToOpen,
  CaseWindow,
  Clashes,
  DocumentRequest,
  FiledDocument,
  OpenedCase,
  Holders,
  Recorded,
  StepRecord,
} from '../models/contracts/record';
import type { Text } from '../models/contracts/text';
import type { Database } from '../models/db';
import { mailSettingOf } from '../models/db/queued-mail';
import { calendarNow, type Calendar } from '../models/published-calendars';
import { clashesOf } from '../models/clashes';
import { openAfter } from '../models/calendar/open-time';
import { endOfDay } from '../models/calendar/zone';
import { holdersOf } from './holders';
import { knownBy } from './known-by';
import { produceDocument } from './documents/produce';
import type { Outbox } from './mail/outbox';
import { recordStep } from './record/record';
import { UNWATCHED, type Watch } from './watch';
import type { WebhookSender } from './webhooks/sender';

/** What the activities work with; made once when the worker starts. */
export interface ActivityDeps {
  readonly config: Config;
  readonly db: Database;
  readonly calendar: Calendar;
  readonly outbox: Pick<Outbox, 'deliver'>;
  /** Opens a case for a procedure that needs another; without it such a procedure waits. */
  readonly openCase?: Activities['openCase'];
  readonly joinCase?: Activities['joinCase'];
  readonly hideNaming?: Activities['hideNaming'];
  readonly notToReopen?: Activities['notToReopen'];
  /** Told when events wait to be sent; without one, whoever sweeps finds them. */
  readonly webhooks?: Pick<WebhookSender, 'wake'>;
  /** Told of what is worth measuring. */
  readonly watch?: Watch;
}

/** Everything that workflows may have done outside. */
export interface Activities {
  /** Writes the record of one step in one transaction. */
  record(step: StepRecord): Promise<Recorded>;
  /** Renders and stores a document. */
  produce(request: DocumentRequest): Promise<FiledDocument>;
  /** What stands in the way of a case's window: public holidays, and open cases that work on the same things in that time. */
  clashes(caseId: string, window: CaseWindow): Promise<Clashes>;
  /** What a case that a person may repeat came to know, some of it by name; nothing where there is no such case. */
  knownBy(caseId: string, names: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  /** Opens another case as its applicant would; opened again under its key it is the same. */
  openCase(toOpen: CaseToOpen): Promise<OpenedCase>;
  /** Joins a case to another that is open about the same; joined again, nothing happens. Why that cannot be, or null. */
  joinCase(caseId: string, into: string): Promise<Text | null>;
  /** Hides the callbacks that name a case from more persons; from whom they are hidden already, nothing happens. */
  hideNaming(caseId: string, ids: readonly string[]): Promise<void>;
  /** Why a fault of a customer cannot be reopened at an instant (ISO), or null. */
  notToReopen(faultId: string, customerId: string, at: string): Promise<Text | null>;
  /** Who holds roles for a customer, none of the excepted. */
  holders(roles: readonly Role[], customerId: string | null, except: readonly string[]): Promise<Holders>;
  /** The first open instant (ISO) once so much open time has passed since another. */
  openAfter(calendar: CalendarRef, at: string, openInMs: number): Promise<string>;
  /** When (ISO) the day of an instant ends in the company's zone. */
  endOfDay(at: string): Promise<string>;
  /** Sends the mails of one step that are still in the outbox. */
  notify(mailIds: readonly string[]): Promise<void>;
}

/** The activities over their dependencies. */
export function createActivities({
  config,
  db,
  calendar,
  outbox,
  openCase = () => Promise.reject(new Error('no cases are opened here')),
  joinCase = () => Promise.reject(new Error('no cases are joined here')),
  hideNaming = () => Promise.reject(new Error('no cases are hidden here')),
  notToReopen = () => Promise.reject(new Error('no faults are reopened here')),
  webhooks,
  watch = UNWATCHED,
}: ActivityDeps): Activities {
  const setting = { company: config.COMPANY_NAME, timeZone: config.COMPANY_TIME_ZONE };
  const recording = {
    db,
    calendar,
    ...mailSettingOf(config),
    watch,
    eventsWait: () => webhooks?.wake(),
  };
  return {
    record: (step) => recordStep(recording, step),
    produce: (request) => produceDocument({ db, calendar }, setting, request),
    clashes: async (caseId, window) => {
      const company = await calendarNow(db, calendar, config.COMPANY_CALENDAR);
      const timeZone = config.COMPANY_TIME_ZONE;
      return await clashesOf({ db, company, timeZone, now: new Date() }, caseId, window);
    },
    knownBy: (caseId, names) => knownBy(db, caseId, names),
    openCase,
    joinCase,
    hideNaming,
    notToReopen,
    holders: (roles, customerId, except) => holdersOf(db, roles, customerId, except),
    openAfter: async (ref, at, openInMs) => openAfter(await calendar.opened(ref), at, openInMs),
    endOfDay: (at) => Promise.resolve(endOfDay(at, config.COMPANY_TIME_ZONE)),
    notify: (mailIds) => outbox.deliver(mailIds),
  };
}
