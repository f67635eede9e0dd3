import { callbackProcess } from '../../models/contracts/callback';
import {
  callbackAskedAgain,
  callbackCheck,
  callbackFollowFault,
  callbackRequest,
  callbackSurvey,
} from '../../models/contracts/callback-forms';
import type { CallbackData } from '../../models/contracts/callback-run';
import type { DocumentView, PrintedBlock } from '../../models/contracts/document';
import type { DocumentRequest } from '../../models/contracts/record';
import { caseView, type DocumentSetting, type View } from './case-view';
import { measuresNotice, verifications } from './measures';

/** 回访登记表 [001 回访处理流程]: the attempts, what the customer answered, and what has followed. */
function callbackRegisterDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('callback-register', view.conclusion),
    blocks: [
      view.callback('一、回访'),
      view.attempts('二、联系情况'),
      ...view.survey('三、回访内容'),
      ...view.follow('四、不满意的处理'),
      ...(view.data.measures.length > 0 ? [verifications(view, '五、纠正和预防措施')] : []),
      ...view.answers('六、答复和再次询问'),
    ],
  };
}

/** 回访报告 [001]: whether the sheet is true, and the customer as satisfied as it says; by QA. */
function callbackReportDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('callback-report', view.conclusion),
    blocks: [
      view.callback('一、回访'),
      view.attempts('二、联系情况'),
      ...view.survey('三、登记的回访内容'),
      ...view.filled(view.hasAnswered ? '四、质控核实' : '三、质控核实', 'qa-check', callbackCheck),
    ],
  };
}

function viewOf(request: DocumentRequest, setting: DocumentSetting) {
  const view = caseView<CallbackData>(request, setting, callbackProcess);
  const { data, all, at, standing, table, fieldsOf } = view;
  // Who could not answer now has registered nothing.
  const survey = all('survey').findLast(({ outcome }) => outcome === 'submit');
  return {
    ...view,
    hasAnswered: survey !== undefined,
    conclusion: conclusionOf(data),
    callback: (title: string) => view.request(title, ['登记人', '登记时间'], callbackRequest, data.request),
    attempts: (title: string): PrintedBlock =>
      table(
        title,
        ['次数', '时间', '回访人', '结果', '未联系上的原因', '约定再联系'],
        data.attempts.map((attempt, index) => [
          `${index + 1}`,
          at(attempt.at),
          attempt.by.name,
          attempt.reached ? '已联系上' : '未联系上',
          attempt.why,
          attempt.again === undefined ? '' : at(attempt.again),
        ]),
      ),
    survey: (title: string): PrintedBlock[] => {
      if (!survey) return [];
      const score = { label: '总体满意度', value: `${data.score ?? 0}%` };
      return [{ kind: 'fields', title, fields: [...fieldsOf(callbackSurvey, survey.form, [], survey), score] }];
    },
    answers: (title: string): PrintedBlock[] =>
      data.answers.length === 0
        ? []
        : [
            table(
              title,
              ['答复时间', '答复人', '答复内容', '询问时间', '询问人', '现在是否满意', '客户的说法'],
              data.answers.map((one) => [
                ...[at(one.at), one.by.name, one.answer],
                ...[at(one.asked.at), one.asked.by.name, satisfiedNow(one.asked.now), one.asked.said],
              ]),
            ),
          ],
    follow: (title: string): PrintedBlock[] => {
      // What was decided first may have been refused, and decided anew.
      const [decided] = [standing('follow-fault'), standing('follow')]
        .filter((one) => one !== undefined)
        .sort((one, other) => other.at.localeCompare(one.at));
      if (!decided) return [];
      const handedTo = data.handedTo ? [{ label: '转办流程', value: data.handedTo.caseId }] : [];
      return [
        { kind: 'fields', title, fields: [...fieldsOf(callbackFollowFault, decided.form, [], decided), ...handedTo] },
      ];
    },
  };
}

function satisfiedNow(now: string): string {
  return callbackAskedAgain.fields.now.options?.find(({ value }) => value === now)?.label.zh ?? now;
}

function conclusionOf({ result }: CallbackData): string | null {
  if (!result) return null;
  if (!result.reached) return '未联系上客户';
  if (result.satisfied) return '满意';
  return result.now === 'yes' ? '不满意，措施后满意' : '不满意';
}

/** The documents of a callback [001 回访处理流程]. */
export const CALLBACK_DOCUMENTS: Readonly<Record<string, View>> = {
  'callback-register': callbackRegisterDocument,
  'measures-notice': (request, setting) => measuresNotice(viewOf(request, setting)),
  'callback-report': callbackReportDocument,
};
