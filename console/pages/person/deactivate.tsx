import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { isProblem } from '../../api/problem';
import { openTasksQuery } from '../../api/queries';
import type { Deactivated, Person } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { placedFaults } from '../../form/faults';
import { ReferenceField } from '../../form/fields/reference';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import { TasksLeft } from './left-behind';
import { Leads } from './leads';

interface Values {
  readonly successorId?: string;
  readonly reason: string;
}

/** Deactivates somebody, once it is said who takes what they would leave behind. */
export function Deactivate({ person }: { readonly person: Person }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {say('leave.action')}
      </Button>
      {isOpen && <Dialog person={person} close={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Values>();
  const { data: left } = useQuery(openTasksQuery(client, person.id));
  const leaving = useSubmission(
    async ({ successorId = null, reason }: { successorId?: string | null; reason: string }, key) =>
      await client.post<Deactivated>(
        `/users/${encodeURIComponent(person.id)}/deactivate`,
        { successorId, reason },
        key,
      ),
    {
      done: ({ handedOver }) => {
        void message.success(say('leave.done', { name: person.name, count: handedOver.length }));
        close();
        void queries.invalidateQueries();
      },
      failed: (error) =>
        form.setFields(
          placedFaults(error).map(({ path, words }) => ({ name: [...path] as ['successorId'], errors: [words] })),
        ),
    },
  );
  const needed = (label: string) => ({ required: true, whitespace: true, message: say('form.needed', { label }) });
  const mustName = (left?.items.length ?? 0) > 0;
  return (
    <Modal
      open
      title={say('leave.title', { name: person.name })}
      okText={say('leave.action')}
      okButtonProps={{ danger: true, disabled: !left }}
      cancelText={say('action.cancel')}
      confirmLoading={leaving.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p>{say('leave.help')}</p>
      <h3>{say('leave.tasks', { count: left?.items.length ?? '…' })}</h3>
      {!left && <Skeleton active paragraph={{ rows: 2 }} />}
      {left && !mustName && <p className="quiet">{say('leave.noTasks')}</p>}
      {left && <TasksLeft tasks={left.items} label={say('leave.tasks', { count: left.items.length })} />}
      <Leads person={person} />
      <Form form={form} layout="vertical" onFinish={leaving.submit}>
        <Form.Item
          name="successorId"
          label={say('leave.successor')}
          rules={mustName ? [needed(say('leave.successor'))] : []}
        >
          <ReferenceField kind="person" />
        </Form.Item>
        <Form.Item name="reason" label={say('leave.reason')} rules={[needed(say('leave.reason'))]}>
          <Input.TextArea maxLength={1000} rows={2} />
        </Form.Item>
        {leaving.error && <Refusal error={leaving.error} why={whyOf(leaving.error, language)} />}
      </Form>
    </Modal>
  );
}

/** Why it was refused, and the tasks that stand in the way. */
function Refusal({ error, why }: { readonly error: Error; readonly why: string }) {
  const { say } = useLanguage();
  const tasks = isProblem(error) ? (error.problem.tasks ?? []) : [];
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={why}
      description={tasks.length > 0 && <TasksLeft tasks={tasks} label={say('leave.inTheWay')} />}
    />
  );
}
