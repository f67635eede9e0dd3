import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import type { ImportKind } from '../../models/contracts/imports';
import { EDITORS } from '../../models/contracts/editors';
import { useApi } from '../api/use-api';
import { Page } from '../parts/page';
import { whyOf } from '../parts/why';
import { holdsAny, useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import { FileChoice } from './import/file-choice';
import { ImportPlan } from './import/import-plan';
import { previewQuery, type Mode, type Upload } from './import/preview';
import { Templates } from './import/templates';
import { NotFound } from './not-found';

const MODES: readonly Mode[] = ['add', 'upsert'];

/** Many records from a file: a template, what the file would do with each of its faults, and doing it. */
export function ImportPage({ kind }: { readonly kind: ImportKind }) {
  const { say, language } = useLanguage();
  const client = useApi();
  const me = useMe();
  const [mode, setMode] = useState<Mode>('add');
  const [chosen, setChosen] = useState<Pick<Upload, 'file' | 'number'> | null>(null);
  const upload = chosen && { kind, mode, ...chosen };
  const { data: plan, error, isFetching, refetch } = useQuery(previewQuery(client, upload));
  if (!holdsAny(me, EDITORS[kind])) return <NotFound />;
  return (
    <Page title={say(`import.${kind}.title`)}>
      <div className="stack">
        <Card title={say('import.template')}>
          <Templates kind={kind} />
        </Card>
        <Card title={say('import.file')}>
          <Flex vertical gap={16} align="start">
            <Radio.Group
              aria-label={say('import.mode')}
              value={mode}
              onChange={({ target }) => setMode(target.value as Mode)}
              options={MODES.map((one) => ({ value: one, label: say(`import.mode.${one}`) }))}
            />
            <FileChoice
              name={chosen?.file.name}
              isRead={isFetching}
              choose={(file) => setChosen((last) => ({ file, number: (last?.number ?? 0) + 1 }))}
            />
          </Flex>
        </Card>
        {error && (
          <Alert
            role="alert"
            type="error"
            showIcon
            title={whyOf(error, language)}
            action={<Button onClick={() => void refetch()}>{say('action.retry')}</Button>}
          />
        )}
        {isFetching && <Skeleton active />}
        {plan && upload && !isFetching && (
          <ImportPlan key={`${upload.number} ${mode}`} plan={plan} upload={upload} refresh={() => void refetch()} />
        )}
      </div>
    </Page>
  );
}
