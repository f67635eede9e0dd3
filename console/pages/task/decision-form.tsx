import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Outcome } from '../../../models/codes';
import { isProblem } from '../../api/problem';
import type { Step } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { FieldItem } from '../../form/field-item';
import { placedFaults } from '../../form/faults';
import { cleaned } from '../../form/rules';
import { fieldsOf, isFilledIn, startingWith } from '../../form/schema';
import { CommentField } from '../../parts/comment-field';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import type { Asked } from './asked';
import { Outcomes } from './outcomes';

interface Values {
  readonly form: Readonly<Record<string, unknown>>;
  readonly comment?: string;
  readonly returnTo?: string;
}

interface Body {
  readonly outcome: Outcome;
  readonly comment: string;
  readonly returnTo?: string;
  readonly form: Readonly<Record<string, unknown>>;
}

interface Props {
  readonly task: Asked;
  /** The address of the API that takes the decision. */
  readonly to: string;
  readonly onDone: (step: Step) => void;
  /** What is decided, in words; where it is given, every decision is confirmed. */
  readonly confirms?: string;
  /** What to mind before it is decided, from what was filled in so far. */
  readonly warning?: ReactNode;
  /** Somebody was faster. */
  readonly onTooLate: (error: Error) => Promise<void>;
}

/** The form of a task with its outcomes. Whoever refuses or sends back need not fill in what agreement asks for. */
export function DecisionForm({ task, to, confirms, warning, onDone, onTooLate }: Props) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, pick, language } = useLanguage();
  const [form] = Form.useForm<Values>();
  const [isReturn, setReturn] = useState(false);
  const fields = fieldsOf(fieldsForm(task));
  const [first] = useState(() => startingWith(fieldsForm(task), task.prefill, new Date()));
  const submission = useSubmission(async (body: Body, key) => await client.post<Step>(to, body, key), {
    done: (step) => {
      onDone(step);
      void queries.invalidateQueries();
    },
    failed: (error) => {
      const faults = placedFaults(error);
      form.setFields(faults.map(({ path, words }) => ({ name: [...path] as ['form'], errors: [words] })));
      const [first] = faults;
      if (first) form.scrollToField([...first.path], { block: 'center' });
      void onTooLate(error);
    },
  });

  const decide = async (outcome: Outcome) => {
    const agrees = outcome === 'submit' || outcome === 'approve';
    const needsComment = task.outcomes.find((one) => one.outcome === outcome)?.needsComment === true;
    if (outcome === 'return' && !isReturn && task.returnTo.length > 0) {
      setReturn(true);
      if (task.returnTo.length > 1) return false;
    }
    const filledIn = fields.filter((field) => isFilledIn(field, agrees));
    const names = [...filledIn.map(({ name }) => ['form', name]), ['returnTo']];
    const values = form.getFieldsValue();
    if (needsComment && !values.comment?.trim()) {
      form.setFields([{ name: 'comment', errors: [say('task.commentNeeded')] }]);
      form.scrollToField('comment', { focus: true });
      return false;
    }
    try {
      await form.validateFields(names as never, { recursive: true });
    } catch {
      void message.warning(
        say('form.lookAgain', { count: form.getFieldsError().filter((one) => one.errors.length).length }),
      );
      return false;
    }
    return true;
  };

  const send = (outcome: Outcome) => {
    const values = form.getFieldsValue();
    const agrees = outcome === 'submit' || outcome === 'approve';
    const filledIn = fields.filter((field) => isFilledIn(field, agrees)).map(({ name }) => [name, values.form[name]]);
    const returnTo = values.returnTo ?? task.returnTo[0]?.stage;
    submission.submit({
      outcome,
      comment: values.comment?.trim() ?? '',
      form: cleaned(Object.fromEntries(filledIn) as Readonly<Record<string, unknown>>),
      ...(outcome === 'return' && returnTo !== undefined ? { returnTo } : {}),
    });
  };

  const reasoned = task.outcomes.filter((one) => one.needsComment).map(({ title }) => pick(title));
  return (
    <Form form={form} layout="vertical" initialValues={{ form: first, comment: '' }} scrollToFirstError>
      {fields.map((of) => (
        <FieldItem key={of.name} of={of} path={['form', of.name]} />
      ))}
      {warning}
      {isReturn && (
        <Form.Item
          name="returnTo"
          label={say('task.returnTo')}
          rules={[{ required: true, message: say('form.needed', { label: say('task.returnTo') }) }]}
        >
          <Select
            placeholder={say('form.choose')}
            options={task.returnTo.map(({ stage, title }) => ({ value: stage, label: pick(title, stage) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="comment"
        label={say('task.comment')}
        {...(reasoned.length > 0 && {
          extra: say('task.commentNeededFor', { outcomes: reasoned.join(say('word.separator')) }),
        })}
      >
        <CommentField rows={reasoned.length > 0 ? 3 : 2} maxLength={4000} />
      </Form.Item>
      {submission.error && !isProblem(submission.error, 'task-closed', 'case-closed', 'task-claimed') && (
        <Alert
          role="alert"
          type="error"
          showIcon
          title={whyOf(submission.error, language)}
          style={{ marginBottom: 16 }}
        />
      )}
      <Outcomes
        task={task}
        isUnderWay={submission.isUnderWay}
        check={decide}
        send={send}
        {...(confirms === undefined ? {} : { confirms })}
      />
    </Form>
  );
}

const NOTHING = {
  $id: '',
  title: '',
  'x-title': { zh: '', en: '' },
  type: 'object',
  properties: {},
  required: [],
  additionalProperties: false,
} as const;

function fieldsForm(task: Asked): NonNullable<Asked['form']> {
  return task.form ?? { ...NOTHING, properties: {}, required: [] };
}
