import { pauseOf } from '../../models/clocks';
import { jsonSchemaOf } from '../../models/contracts/form';
import { processOf } from '../../models/contracts/processes';
import { waitingSentence } from '../../models/contracts/waiting';
import type { Language } from '../../models/contracts/text';
import type { Config } from '../../models/config';
import type { CaseRow } from '../../models/db';
import { isCustomerSide } from '../../models/whom';
import type { SignedIn } from '../authentication';
import type { CaseLineRow } from '../use-cases/case-list';

/** A case as a line of a list. */
export function caseLine(row: CaseLineRow, config: Config, language: Language) {
  const process = processOf(row.process);
  return {
    id: row._id,
    process: row.process,
    processTitle: process?.title ?? null,
    subject: row.subject,
    customer: row.customer,
    applicant: row.applicant,
    priority: row.priority,
    state: row.state,
    stage: row.stage,
    stageTitle: process?.stages[row.stage] ?? null,
    round: row.round,
    waitingFor: process
      ? waitingSentence(row.waiting, { process, state: row.state, timeZone: config.COMPANY_TIME_ZONE }, language)
      : '',
    attention: row.attention,
    dueAt: row.dueAt,
    isDueProvisional: row.isDueProvisional ?? false,
    isBreached: row.isBreached ?? false,
    startedAt: row.startedAt,
    updatedAt: row.updatedAt,
    closedAt: row.closedAt,
  };
}

/** A case with its data, its documents, and what it waits for as data. */
export function caseShown(row: CaseRow, config: Config, language: Language, me: SignedIn) {
  return {
    ...caseLine(row, config, language),
    data: dataOf(row),
    closing: row.closing,
    waiting: row.waiting,
    documents: row.documents,
    clocks: clocksOf(row),
    journalHead: row.journalHead,
    request: requestOf(row),
    history:
      config.TEMPORAL_UI_URL && !isCustomerSide(me.user.grants)
        ? historyAddress(config.TEMPORAL_UI_URL, config.TEMPORAL_NAMESPACE, row)
        : null,
  };
}

/** The state of its procedure, without what is the procedure's own working. */
function dataOf({ process, data }: CaseRow): CaseRow['data'] {
  const internal = processOf(process)?.internal ?? [];
  return Object.fromEntries(Object.entries(data).filter(([name]) => !internal.includes(name)));
}

/** The clocks of the whole case. */
export function clocksOf({ process, clocks = [] }: Pick<CaseRow, 'process' | 'clocks'>) {
  return clocks.map(({ name, clock, dueAt, isProvisional }) => ({
    name,
    title: processOf(process)?.clocks?.[name] ?? { zh: name, en: name },
    dueAt,
    isProvisional,
    isStopped: clock.isStopped,
    pause: pauseOf(clock),
    breachedAt: clock.breachedAt,
  }));
}

/** What was asked for as it stands now: procedures keep it under this name, amended or not. */
export function requestOf({ process, data }: Pick<CaseRow, 'process' | 'data'>) {
  const form = processOf(process)?.startForm;
  const values = data.request as Readonly<Record<string, unknown>> | undefined;
  return form && values ? { form: jsonSchemaOf(form), values } : null;
}

function historyAddress(uiUrl: string, namespace: string, row: CaseRow): string {
  const run = row.runIds.at(-1) ?? '';
  return `${uiUrl.replace(/\/$/, '')}/namespaces/${namespace}/workflows/${row._id}/${run}/history`;
}
