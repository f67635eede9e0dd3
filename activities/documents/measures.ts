import type { DocumentView, PrintedBlock } from '../../models/contracts/document';
import type { Measure, WithMeasures } from '../../models/contracts/measures';
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

/** Each measure with what proves it, and who verified that. */
export function verifications({ at, data, standing }: Evidence, title: string): PrintedBlock {
  return {
    kind: 'table',
    title,
    columns: ['序号', '措施内容', '责任人', '完成期限', '完成情况和证据', '验证'],
    rows: data.measures.map((measure, index) => {
      const key = itemKey(measure, index);
      const [done, checked] = [standing('carry-out', key), standing('verify-measure', key)];
      const files = ((done?.form.evidence ?? []) as readonly string[]).map((id) => done?.names[id] ?? id);
      return [
        `${index + 1}`,
        measure.what,
        measure.owner.name,
        at(measure.due),
        [done?.form.done, done?.by.name, done && at(done.at), ...files].filter(Boolean).join('\n'),
        [checked?.form.checked, checked?.by.name, checked && at(checked.at)].filter(Boolean).join('\n'),
      ];
    }),
  };
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

/** The key of a measure's last attempt among the tasks of it. */
function itemKey({ attempt }: Carried, index: number): string {
  return attempt > 1 ? `${index + 1}.${attempt}` : `${index + 1}`;
}
