import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import type { Copy } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import type { FormField } from '../../form/schema';
import { FormDialog } from '../../parts/form-dialog';
import { whyOf } from '../../parts/why';
import { WORDS } from '../../words';
import { useLanguage } from '../../words/use-language';

const LONGEST = 500;
const NOTE: FormField = {
  ...{ name: 'note', limits: { maxLength: LONGEST }, columns: [] },
  field: { kind: 'text', label: WORDS['copy.note'], optional: false },
};

/** 已阅: says that one has read a copy, with a word about it if one likes. */
export function ReadVerbs({ copy }: { readonly copy: Copy }) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const send = async (body: object, key: string) =>
    await client.post<Copy>(`/copies/${encodeURIComponent(copy.id)}/read`, body, key);
  const reading = useSubmission(send, {
    done: () => void queries.invalidateQueries(),
    failed: (error) => void message.error(whyOf(error, language)),
  });
  if (copy.readAt !== null) return null;
  return (
    <Flex gap={8} wrap>
      <Button type="primary" size="small" loading={reading.isUnderWay} onClick={() => reading.submit({})}>
        {say('copy.read')}
      </Button>
      <Button size="small" onClick={() => setOpen(true)}>
        {say('copy.readWithNote')}
      </Button>
      {isOpen && (
        <FormDialog
          title={say('copy.readWithNote')}
          fields={[NOTE]}
          first={{}}
          send={send}
          close={() => setOpen(false)}
        />
      )}
    </Flex>
  );
}
