import { Alert, Button, Checkbox, Form, Radio } from 'antd';
import type { Task } from '../../api/types';
import { CommentField } from '../../parts/comment-field';
import { useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';
import { AloneTasks, TogetherTasks } from './bulk-tasks';
import { needsComment, needsSignature, titleOf, whyAlone, type Together } from './together';

/** What is filled in once for all. */
export interface BulkValues {
  readonly outcome: Together;
  readonly comment?: string;
  readonly signed?: boolean;
}

interface Props {
  readonly tasks: readonly Task[];
  readonly ways: readonly Together[];
  readonly begin: (values: BulkValues) => void;
  readonly close: () => void;
}

/** How several tasks are decided, with one comment and, where they ask for it, one signature for them all. */
export function BulkForm({ tasks, ways, begin, close }: Props) {
  const [form] = Form.useForm<BulkValues>();
  const { say, pick } = useLanguage();
  const me = useMe();
  const [first] = ways;
  const outcome = Form.useWatch((values: Partial<BulkValues>) => values.outcome, form) ?? first;
  if (outcome === undefined)
    return (
      <div className="stack">
        <Alert type="warning" showIcon title={say('bulk.none')} />
        <AloneTasks tasks={tasks} outcome="approve" />
        <div className="dialog-verbs">
          <Button onClick={close}>{say('action.cancel')}</Button>
        </div>
      </div>
    );
  const joined = tasks.filter((task) => whyAlone(task, outcome) === null);
  const isCommentNeeded = needsComment(joined, outcome);
  return (
    <Form form={form} layout="vertical" initialValues={{ outcome: first, comment: '' }} onFinish={begin}>
      <Form.Item name="outcome" label={say('task.outcome')}>
        <Radio.Group
          options={ways.map((way) => ({
            value: way,
            label: pick(
              titleOf(
                tasks.filter((task) => whyAlone(task, way) === null),
                way,
              ),
            ),
          }))}
        />
      </Form.Item>
      <div className="stack bulk-tasks">
        <TogetherTasks tasks={joined} />
        <AloneTasks tasks={tasks} outcome={outcome} />
      </div>
      <Form.Item
        name="comment"
        label={say('task.comment')}
        rules={isCommentNeeded ? [{ required: true, whitespace: true, message: say('task.commentNeeded') }] : []}
      >
        <CommentField rows={2} maxLength={4000} />
      </Form.Item>
      {needsSignature(joined, outcome) && (
        <Form.Item
          name="signed"
          valuePropName="checked"
          rules={[
            {
              validator: async (_rule, isSigned: unknown) => {
                if (isSigned !== true) throw new Error(say('form.signNeeded'));
              },
            },
          ]}
        >
          <Checkbox className="signature">{say('bulk.sign', { name: me.name, count: joined.length })}</Checkbox>
        </Form.Item>
      )}
      {outcome === 'reject' && (
        <Alert type="warning" showIcon title={say('task.confirm.final', { outcome: pick(titleOf(joined, outcome)) })} />
      )}
      <div className="dialog-verbs">
        <Button onClick={close}>{say('action.cancel')}</Button>
        <Button type="primary" danger={outcome === 'reject'} disabled={joined.length === 0} htmlType="submit">
          {say('bulk.decide', { outcome: pick(titleOf(joined, outcome)), count: joined.length })}
        </Button>
      </div>
    </Form>
  );
}
