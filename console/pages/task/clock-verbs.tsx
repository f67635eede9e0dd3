import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Step, Task } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { whyOf } from '../../parts/why';
import type { WordKey } from '../../words';
import { useLanguage } from '../../words/use-language';
import { useTooLate } from './use-too-late';

/** Pausing the clock of a task with a reason, and letting it go on, where the API says that this person may. */
export function ClockVerbs({ task }: { readonly task: Task }) {
  const { say } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const resume = useHolding<null>(task, 'resume', 'task.resumed', () => undefined);
  return (
    <>
      {task.may.pause && <Button onClick={() => setAsking(true)}>{say('task.pause')}</Button>}
      {task.may.resume && (
        <Button loading={resume.isUnderWay} onClick={() => resume.submit(null)}>
          {say('task.resume')}
        </Button>
      )}
      {isAsking && <Pause task={task} close={() => setAsking(false)} />}
    </>
  );
}

function Pause({ task, close }: { readonly task: Task; readonly close: () => void }) {
  const { say, language } = useLanguage();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const pausing = useHolding<{ readonly reason: string }>(task, 'pause', 'task.paused', close);
  const label = say('task.pauseReason');
  return (
    <Modal
      open
      title={say('task.pause')}
      okText={say('task.pause')}
      cancelText={say('action.cancel')}
      confirmLoading={pausing.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p>{say('task.pauseHelp')}</p>
      <Form form={form} layout="vertical" onFinish={pausing.submit}>
        <Form.Item
          name="reason"
          label={label}
          rules={[{ required: true, whitespace: true, message: say('form.needed', { label }) }]}
        >
          <Input.TextArea maxLength={1000} rows={2} placeholder={say('task.pauseExample')} />
        </Form.Item>
        {pausing.error && <Alert role="alert" type="error" showIcon title={whyOf(pausing.error, language)} />}
      </Form>
    </Modal>
  );
}

function useHolding<Body extends object | null>(
  task: Task,
  verb: 'pause' | 'resume',
  done: WordKey,
  close: () => void,
) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say } = useLanguage();
  const tooLate = useTooLate(task.id);
  return useSubmission(
    async (body: Body, key) =>
      await client.post<Step>(`/tasks/${encodeURIComponent(task.id)}/${verb}`, body ?? {}, key),
    {
      done: () => {
        void message.success(say(done));
        close();
        void queries.invalidateQueries();
      },
      failed: (error) => void tooLate(error),
    },
  );
}
