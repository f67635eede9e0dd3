import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal, Select } from 'antd';
import type { Step, Task } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { ReferenceField } from '../../form/fields/reference';
import { CommentField } from '../../parts/comment-field';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import { useTooLate } from './use-too-late';

interface Handing {
  readonly to: string;
  readonly reason: string;
  readonly seat?: string;
}

/** Hands a task, or one seat of a vote, over to somebody else. */
export function TransferDialog({ task, close }: { readonly task: Task; readonly close: () => void }) {
  const seats = task.voting?.seats.filter(({ vote }) => vote === null) ?? [];
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, pick, language } = useLanguage();
  const [form] = Form.useForm<Handing>();
  const tooLate = useTooLate(task.id);
  const handing = useSubmission(
    async (body: Handing, key) => await client.post<Step>(`/tasks/${encodeURIComponent(task.id)}/transfer`, body, key),
    {
      done: () => {
        void message.success(say('task.transferred'));
        close();
        void queries.invalidateQueries();
      },
      failed: (error) => void tooLate(error),
    },
  );
  const needed = (label: string) => [{ required: true, whitespace: true, message: say('form.needed', { label }) }];
  return (
    <Modal
      open
      title={say('task.transfer')}
      okText={say('task.transfer')}
      cancelText={say('action.cancel')}
      confirmLoading={handing.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" onFinish={handing.submit}>
        {!task.mayAct && seats.length > 1 && (
          <Form.Item name="seat" label={say('task.seatToMove')} rules={needed(say('task.seatToMove'))}>
            <Select
              options={seats.map(({ seat, role, assignee }) => ({
                value: seat,
                label: `${seat} · ${assignee?.name ?? pick(role)}`,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="to" label={say('task.transferTo')} rules={needed(say('task.transferTo'))}>
          <ReferenceField kind="person" />
        </Form.Item>
        <Form.Item name="reason" label={say('task.transferReason')} rules={needed(say('task.transferReason'))}>
          <CommentField maxLength={1000} rows={2} />
        </Form.Item>
        {handing.error && <Alert role="alert" type="error" showIcon title={whyOf(handing.error, language)} />}
      </Form>
    </Modal>
  );
}
