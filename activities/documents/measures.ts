import type { DocumentView, PrintedBlock } from '../../models/contracts/document';
import type { Measure, WithMeasures } from '../../models/contracts/measures';
import { attemptKey } from '../../models/attempts';
import type { caseView } from './case-view';

type View = Pick<ReturnType<typeof caseView<WithMeasures>>, 'at' | 'data' | 'head' | 'standing'>;
type Evidence = Pick<View, 'at' | 'standing'> & { readonly data: { readonly measures: readonly Carried[] } };
type Carried = Pick<Measure, 'what' | 'owner' | 'due' | 'attempt'>;

/** 纠正和预防措施通知单: each measure with its owner and date; once they are carried out, with evidence and verification. */
export function measuresNotice(view: View): DocumentView {
  const { measures } = view.data;
  const isDone = measures.every(({ state }) => state === 'verified');
  const first: PrintedBlock = {
    kind: 'table',
    title: '一、措施',
    columns: ['序号', '措施内容', '类型', '责任人', '完成期限'],
    rows: measures.map(({ what, kind, owner, due }, index) => [
      `${index + 1}`,
      what,
      kind === 'corrective' ? '纠正' : '预防',
      owner.name,
      view.at(due),
    ]),
  };
  return {
    ...view.head('measures-notice', isDone ? '已验证' : null),
    blocks: [first, isDone ? verifications(view, '二、完成和验证情况') : issued(view, '二、签发')],
  };
}

/** Each measure, each time that it was carried out: what proves it, and who verified that or why they did not. */
export function verifications(view: Evidence, title: string): PrintedBlock {
  return {
    kind: 'table',
    title,
    columns: ['序号', '措施内容', '责任人', '完成期限', '完成情况和证据', '验证'],
    rows: view.data.measures.flatMap((measure, index) =>
      Array.from({ length: measure.attempt }, (_, before) => carriedOut(view, measure, index, before + 1)),
    ),
  };
}

function carriedOut({ at, standing }: Evidence, { what, owner, due }: Carried, index: number, attempt: number) {
  const key = attemptKey({ key: `${index + 1}`, attempt });
  const [done, checked] = [standing('carry-out', key), standing('verify-measure', key)];
  const files = ((done?.form.evidence ?? []) as readonly string[]).map((id) => done?.names[id] ?? id);
  const found = checked?.outcome === 'reject' ? `验证不通过：${checked.comment}` : checked?.form.checked;
  return [
    attempt > 1 ? `${index + 1}（第 ${attempt} 次）` : `${index + 1}`,
    what,
    owner.name,
    at(due),
    [done?.form.done, done?.by.name, done && at(done.at), ...files].filter(Boolean).join('\n'),
    [found, checked?.by.name, checked && at(checked.at)].filter(Boolean).join('\n'),
  ];
}

function issued({ at, standing }: View, title: string): PrintedBlock {
  const set = standing('measures');
  return {
    kind: 'fields',
    title,
    fields: [
      { label: '签发人', value: set?.by.name ?? '' },
      { label: '签发时间', value: set ? at(set.at) : '' },
    ],
  };
}
