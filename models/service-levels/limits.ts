import {
  CLASS_TITLES,
  LEVEL_TITLES,
  TIER_TITLES,
  URGENCY_PRIORITIES,
  URGENCY_TITLES,
  type FaultLevel,
  type Urgency,
} from '../contracts/service-level-names';
import type { ContractLimits, Served } from '../contracts/served';
import type { ServiceLevels } from '../contracts/service-levels';
import type { Text } from '../contracts/text';

/** A limit, and where it comes from. */
export interface Limit {
  /** Null where there is none that a clock could keep: new wishes come with the next version. */
  readonly budgetInMs: number | null;
  readonly time: 'open' | 'elapsed';
  readonly from: 'contract' | 'table' | 'urgency' | 'standard' | 'diagnosis';
  readonly source: Text;
}

/** The limits of a case; diagnosis is null where no value was set for its level. */
export interface Limits {
  readonly response: Limit;
  readonly resolution: Limit;
  readonly diagnosis: Limit | null;
}

const MINUTE_IN_MS = 60_000;
const HOUR_IN_MS = 60 * MINUTE_IN_MS;
/** 001: response 15 min, resolution 2 h. */
const STANDARD = { responseInMinutes: 15, resolutionInMinutes: 120 };
/** 004 二, elapsed, on all its channels; null: with the next version. */
const BY_URGENCY_IN_HOURS: Readonly<Record<Urgency, number | null>> = {
  critical: 4,
  urgent: 8,
  normal: 12,
  other: null,
};

/** How urgent a case is whose fault is so urgent [004 二]. */
export function priorityOf(urgency: Urgency) {
  return URGENCY_PRIORITIES[urgency];
}

/** Level 1 and 特急 have support around the clock: their clocks and ladders run 7×24 and are graded so [002 §2.3]. */
export function isAroundTheClock({ level, urgency }: Pick<Served, 'level' | 'urgency'>): boolean {
  return level === 1 || urgency === 'critical';
}

/**
 * Which limits hold for a case, and why [processes §0 Time]: the contract's own, else the administrator's table of class and
 * tier, else for the resolution the urgency [004 二], else response 15 min and resolution 2 h [001].
 */
export function limitsOf(served: Served, set: ServiceLevels): Limits {
  const time = isAroundTheClock(served) ? 'elapsed' : 'open';
  const limit = (minutes: number, from: Limit['from'], source: Text): Limit => {
    return { budgetInMs: minutes * MINUTE_IN_MS, time, from, source };
  };
  const own = contractLine(served);
  const cell = set.limits.find((row) => row.class === served.class && row.tier === served.tier);
  const byContract = (minutes: number) => limit(minutes, 'contract', contractSource(served, own?.class ?? ''));
  const byTable = (minutes: number) => limit(minutes, 'table', tableSource(served));
  const response = own
    ? byContract(own.responseInMinutes)
    : cell?.responseInMinutes
      ? byTable(cell.responseInMinutes)
      : null;
  const resolution = own
    ? byContract(own.resolutionInMinutes)
    : cell?.resolutionInMinutes
      ? byTable(cell.resolutionInMinutes)
      : urgencyLimit(served);
  const diagnosis = set.diagnosis.find(({ level }) => level === served.level);
  return {
    response: response ?? limit(STANDARD.responseInMinutes, 'standard', RESPONSE_SOURCE),
    resolution: resolution ?? limit(STANDARD.resolutionInMinutes, 'standard', RESOLUTION_SOURCE),
    diagnosis: diagnosis ? limit(diagnosis.inMinutes, 'diagnosis', diagnosisSource(diagnosis.level)) : null,
  };
}

const RESPONSE_SOURCE: Text = { zh: '响应 15 分钟 [001]', en: 'response within 15 min [001]' };
const RESOLUTION_SOURCE: Text = { zh: '解决 2 小时 [001]', en: 'resolution within 2 h [001]' };

// The class stands beside level and urgency; a contract may speak of any of them, and the class comes first.
function contractLine({ contract, class: kind, level, urgency }: Served): ContractLimits['limits'][number] | undefined {
  const names = [
    ...(kind ? [kind, CLASS_TITLES[kind].zh, shortOf(CLASS_TITLES[kind].zh), CLASS_TITLES[kind].en] : []),
    ...(level ? [LEVEL_TITLES[level].zh, `${LEVEL_TITLES[level].zh}故障`, LEVEL_TITLES[level].en] : []),
    ...(urgency ? [URGENCY_TITLES[urgency].zh, URGENCY_TITLES[urgency].en] : []),
  ].map((name) => name.toLowerCase());
  const lines = contract?.limits ?? [];
  return names.flatMap((name) => lines.filter((line) => line.class.trim().toLowerCase() === name))[0];
}

// 一般 alone is an urgency [004 二], not 一般故障.
function shortOf(title: string): string {
  const short = title.replace(/故障$|服务$/, '');
  return Object.values(URGENCY_TITLES).some(({ zh }) => zh === short) ? title : short;
}

function urgencyLimit({ urgency }: Served): Limit | null {
  if (urgency === null) return null;
  const hours = BY_URGENCY_IN_HOURS[urgency];
  const { zh, en } = URGENCY_TITLES[urgency];
  return {
    budgetInMs: hours === null ? null : hours * HOUR_IN_MS,
    time: 'elapsed',
    from: 'urgency',
    source:
      hours === null
        ? { zh: `${zh}：随下一版本 [004 二]`, en: `${en}: with the next version [004 二]` }
        : { zh: `${zh}：${hours} 小时 [004 二]`, en: `${en}: ${hours} h [004 二]` },
  };
}

function contractSource({ contract }: Served, line: string): Text {
  return { zh: `合同 ${contract?.number ?? ''}：${line}`, en: `contract ${contract?.number ?? ''}: ${line}` };
}

function tableSource({ class: kind, tier }: Served): Text {
  const [row, column] = [kind && CLASS_TITLES[kind], tier && TIER_TITLES[tier]];
  return {
    zh: `时限表：${row?.zh ?? ''}，${column?.zh ?? ''}`,
    en: `table of limits: ${row?.en ?? ''}, ${column?.en ?? ''}`,
  };
}

function diagnosisSource(level: FaultLevel): Text {
  return { zh: `确诊时限：${LEVEL_TITLES[level].zh}`, en: `diagnosis limit: ${LEVEL_TITLES[level].en}` };
}
