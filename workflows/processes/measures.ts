import type { Measure, MeasureSet, WithMeasures } from '../../models/contracts/measures';
import type { Whom } from '../../models/contracts/people';
import type { Deadline } from '../../models/contracts/policy';
import type { TaskItem } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import type { Question } from '../human-task/question';

const DAY_IN_MS = 24 * 3_600_000;
const CORRECTIVE: Text = { zh: '纠正措施', en: 'Corrective' };
const PREVENTIVE: Text = { zh: '预防措施', en: 'Preventive' };
const MOST_MS = 400 * DAY_IN_MS;

/** How a procedure has its measures carried out: what its forms' ids begin with, and who verifies a measure. */
export interface Carrying {
  readonly forms: string;
  readonly verifier: (measure: Measure) => Whom;
  /** Who verifies none of them, beside those who carried it out. */
  readonly excludes?: readonly string[];
}

/** A measure that nobody has begun. */
export function measureOf({ what, kind, owner, due }: MeasureSet, names: Readonly<Record<string, string>>): Measure {
  const by = { id: owner, name: names[owner] ?? owner };
  return { what, kind, owner: by, due, attempt: 1, state: 'open', doneBy: null, refusal: '' };
}

/** Those who have carried a measure out, or were to: somebody else verifies it. */
export function handsOf({ owner, doneBy }: Measure): string[] {
  return [owner.id, ...(doneBy ? [doneBy.id] : [])];
}

/**
 * All measures at the same time: each is carried out by its owner, with evidence, and verified by somebody else; what does not
 * pass is its owner's once more, with the reason.
 */
export async function carriedOut<Data extends WithMeasures>(desk: Desk<Data>, carrying: Carrying): Promise<void> {
  const { measures } = desk.data;
  for (;;) {
    const asked = measures.flatMap((measure, index) => questionOf(desk, measure, index, carrying) ?? []);
    if (asked.length === 0) return;
    const came = await desk.firstOf(asked);
    if (came.kind !== 'decided') continue;
    const { decision } = came;
    const measure = measures[Number(decision.item?.split('.')[0]) - 1];
    if (!measure) throw new Error(`no measure ${decision.item}`);
    if (came.step === 'carry-out') {
      measure.state = 'done';
      measure.doneBy = decision.by;
    } else if (decision.outcome === 'approve') measure.state = 'verified';
    else {
      measure.state = 'open';
      measure.attempt += 1;
      measure.refusal = decision.comment;
    }
  }
}

function questionOf<Data>(
  desk: Desk<Data>,
  measure: Measure,
  index: number,
  { forms, verifier, excludes = [] }: Carrying,
): Question | null {
  if (measure.state === 'verified') return null;
  const item = itemOf(measure, index);
  if (measure.state === 'done') {
    return {
      step: 'verify-measure',
      whom: verifier(measure),
      form: { id: `${forms}.verification`, version: 1 },
      outcomes: ['approve', 'reject'],
      excludes: [...new Set([...handsOf(measure), ...excludes])],
      item,
    };
  }
  return {
    step: 'carry-out',
    whom: desk.persons(measure.owner.id),
    form: { id: `${forms}.evidence`, version: 1 },
    deadline: deadlineOf(measure, desk.now),
    item,
  };
}

/** Until it is due; who has to do it again when that is over has another working day. */
function deadlineOf({ due }: Measure, now: string): Deadline {
  const left = Date.parse(due) - Date.parse(now);
  return {
    ...(left > 0
      ? { budgetInMs: Math.min(Math.max(left, 100), MOST_MS), time: 'elapsed' }
      : { workingDays: 1, time: 'open' }),
    ladder: [
      { atPercent: 50, does: 'remind' },
      { atPercent: 90, does: 'remind' },
      { atPercent: 100, does: 'tell', to: 'project-manager' },
      { atPercent: 150, does: 'tell', to: 'management' },
    ],
  };
}

/** The key of a measure's last attempt among the tasks of it. */
export function measureKey({ attempt }: Measure, index: number): string {
  return attempt > 1 ? `${index + 1}.${attempt}` : `${index + 1}`;
}

function itemOf(measure: Measure, index: number): TaskItem {
  const { what, kind, attempt, refusal, owner } = measure;
  const number = index + 1;
  const times = attempt > 1 ? { zh: `（第 ${attempt} 次）`, en: ` (attempt ${attempt})` } : { zh: '', en: '' };
  const isCorrective = kind === 'corrective';
  return {
    key: measureKey(measure, index),
    title: { zh: `措施 ${number} ${what}${times.zh}`, en: `measure ${number}: ${what}${times.en}` },
    facts: [
      { label: { zh: '措施类型', en: 'Kind' }, value: isCorrective ? CORRECTIVE : PREVENTIVE },
      { label: { zh: '责任人', en: 'Owner' }, value: owner.name },
      ...(refusal === ''
        ? []
        : [{ label: { zh: '上次验证未通过的原因', en: 'Why it was not verified' }, value: refusal }]),
    ],
  };
}
