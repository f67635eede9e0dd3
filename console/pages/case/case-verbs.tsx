import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import type { Case, Step } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { CommentField } from '../../parts/comment-field';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';

type Verb = 'withdraw' | 'cancel';

/** Ending a case before its time, where the API says that this person may. */
export function CaseVerbs({ row }: { readonly row: Case }) {
  const { say } = useLanguage();
  const [verb, setVerb] = useState<Verb | null>(null);
  return (
    <>
      {row.may.withdraw && <Button onClick={() => setVerb('withdraw')}>{say('case.withdraw')}</Button>}
      {row.may.cancel && (
        <Button danger onClick={() => setVerb('cancel')}>
          {say('case.cancel')}
        </Button>
      )}
      {verb && <EndCase row={row} verb={verb} close={() => setVerb(null)} />}
    </>
  );
}

function EndCase({ row, verb, close }: { readonly row: Case; readonly verb: Verb; readonly close: () => void }) {
  const client = useApi();
  const queries = useQueryClient();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<{ reason: string }>();
  const ending = useSubmission(
    async (body: { reason: string }, key) =>
      await client.post<Step>(`/cases/${encodeURIComponent(row.id)}/${verb}`, body, key),
    {
      done: () => {
        close();
        void queries.invalidateQueries();
      },
    },
  );
  return (
    <Modal
      open
      title={say(`case.${verb}`)}
      okText={say(`case.${verb}`)}
      okButtonProps={{ danger: true }}
      cancelText={say('action.back')}
      confirmLoading={ending.isUnderWay}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p>{say(`case.${verb}Help`)}</p>
      <Form form={form} layout="vertical" onFinish={ending.submit}>
        <Form.Item
          name="reason"
          label={say('case.reason')}
          rules={[{ required: true, whitespace: true, message: say('form.needed', { label: say('case.reason') }) }]}
        >
          <CommentField maxLength={1000} rows={2} />
        </Form.Item>
        {ending.error && <Alert role="alert" type="error" showIcon title={whyOf(ending.error, language)} />}
      </Form>
    </Modal>
  );
}
