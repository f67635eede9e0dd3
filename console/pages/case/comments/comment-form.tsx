import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Radio } from 'antd';
import { useState } from 'react';
import type { Audience } from '../../../../models/contracts/comment';
import { commentsQuery } from '../../../api/queries';
import type { Case, Comment } from '../../../api/types';
import { useApi } from '../../../api/use-api';
import { useSubmission } from '../../../api/use-submission';
import { whyOf } from '../../../parts/why';
import { isStaff, useMe } from '../../../session/use-me';
import { useLanguage } from '../../../words/use-language';
import { MentionField, type Picked } from './mention-field';
import { stillMentioned } from './mentioned';

interface Values {
  readonly text: string;
  readonly audience?: Audience;
}

const AUDIENCES = ['internal', 'everybody'] as const satisfies readonly Audience[];

/** Writes a comment: for whom, and whom it mentions. */
export function CommentForm({ row }: { readonly row: Case }) {
  const client = useApi();
  const queries = useQueryClient();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Values>();
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const mayChoose = isStaff(useMe()) && row.customer !== null;
  const posting = useSubmission(
    async (values: Values, key) => {
      const body = { ...values, mentions: stillMentioned(values.text, picked) };
      return await client.post<Comment>(`/cases/${encodeURIComponent(row.id)}/comments`, body, key);
    },
    {
      done: () => {
        form.resetFields();
        setPicked([]);
        void queries.invalidateQueries({ queryKey: commentsQuery(client, row.id).queryKey });
      },
    },
  );
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={mayChoose ? { audience: 'internal' } : {}}
      onFinish={posting.submit}
      style={{ marginTop: 16 }}
    >
      <Form.Item
        name="text"
        label={say('case.comment')}
        extra={say('case.commentHelp')}
        rules={[{ required: true, whitespace: true, message: say('form.needed', { label: say('case.comments') }) }]}
      >
        <MentionField pick={(person) => setPicked((before) => [...before, person])} />
      </Form.Item>
      {mayChoose && (
        <Form.Item name="audience" label={say('case.audience')}>
          <Radio.Group
            options={AUDIENCES.map((audience) => ({ value: audience, label: say(`case.audience.${audience}`) }))}
          />
        </Form.Item>
      )}
      {posting.error && <Alert role="alert" type="error" showIcon title={whyOf(posting.error, language)} />}
      <Button htmlType="submit" loading={posting.isUnderWay}>
        {say('case.postComment')}
      </Button>
    </Form>
  );
}
