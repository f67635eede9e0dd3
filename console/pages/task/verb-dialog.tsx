import { Alert, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Task } from '../../api/types';
import { CommentField } from '../../parts/comment-field';
import { whyOf } from '../../parts/why';
import type { WordKey } from '../../words';
import { useLanguage } from '../../words/use-language';
import { useTaskVerb } from './use-task-verb';

/** Something that a person does with a task, and what the dialog says about it. */
export interface Verb {
  /** The address below the task's. */
  readonly address: string;
  readonly name: WordKey;
  readonly done: WordKey;
  readonly help: WordKey;
  readonly reason: WordKey;
  readonly example?: WordKey;
  readonly isReasonOptional?: boolean;
  /** What the words are sent as. */
  readonly field?: 'reason' | 'comment';
}

type Words = Readonly<Record<string, string>>;

interface Asked {
  readonly task: Task;
  readonly verb: Verb;
  readonly initial?: object;
  readonly close: () => void;
  /** Fields that stand before the reason. */
  readonly children?: ReactNode;
}

/** Asks why somebody does something with a task, and does it. */
export function VerbDialog({ task, verb, initial, close, children }: Asked) {
  const { address, name, done, help, reason, example, isReasonOptional = false, field = 'reason' } = verb;
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Words>();
  const doing = useTaskVerb<Words>(task, address, done, close);
  const label = say(reason);
  return (
    <Modal
      open
      title={say(name)}
      okText={say(name)}
      cancelText={say('action.cancel')}
      confirmLoading={doing.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p>{say(help)}</p>
      <Form form={form} layout="vertical" onFinish={doing.submit} {...(initial ? { initialValues: initial } : {})}>
        {children}
        <Form.Item
          name={field}
          label={label}
          rules={isReasonOptional ? [] : [{ required: true, whitespace: true, message: say('form.needed', { label }) }]}
        >
          <CommentField
            maxLength={field === 'comment' ? 4000 : 1000}
            rows={2}
            {...(example ? { placeholder: say(example) } : {})}
          />
        </Form.Item>
        {doing.error && <Alert role="alert" type="error" showIcon title={whyOf(doing.error, language)} />}
      </Form>
    </Modal>
  );
}
