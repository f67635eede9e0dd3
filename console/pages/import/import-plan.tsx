import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Result } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isProblem } from '../../api/problem';
import type { ImportDone, ImportPreview } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import { PLACES } from '../edit/places';
import { FaultTable } from './fault-table';
import { formOf, type Upload } from './preview';
import { RowTable } from './row-table';

interface Props {
  readonly plan: ImportPreview;
  readonly upload: Upload;
  readonly refresh: () => void;
}

/** What the file would do, and the button that does it; afterwards, what it has done. */
export function ImportPlan({ plan, upload, refresh }: Props) {
  const client = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { say, language } = useLanguage();
  const [done, setDone] = useState<ImportDone['totals'] | null>(null);
  const { kind } = upload;
  const importing = useSubmission<null, ImportDone>(
    async (_, key) => await client.send<ImportDone>('POST', `/imports/${kind}`, { form: formOf(upload), key }),
    {
      done: ({ totals }) => {
        setDone(totals);
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' });
      },
      // Somebody was faster with one of the rows: what the file would do is another thing now.
      failed: (error) => {
        if (isProblem(error, 'import-refused', 'changed-meanwhile', 'duplicate')) refresh();
      },
    },
  );
  const { totals, isImportable } = plan;
  if (done)
    return (
      <Result
        status="success"
        title={say('import.done')}
        subTitle={say('import.doneCounts', { add: done.add, change: done.change, same: done.same })}
        extra={<Button onClick={() => void navigate(PLACES[kind])}>{say('import.seeList')}</Button>}
      />
    );
  const counts = say('import.counts', { rows: totals.rows, add: totals.add, change: totals.change, same: totals.same });
  const isIdle = totals.add + totals.change === 0;
  return (
    <>
      <Alert
        role="status"
        showIcon
        type={isImportable ? 'success' : 'error'}
        title={isImportable ? counts : say('import.faulty', { faults: totals.faults, rows: totals.faulty })}
        description={isImportable ? say(isIdle ? 'import.nothing' : 'import.allOrNone') : say('import.mend')}
      />
      {plan.faults.length > 0 && (
        <Card title={say('import.faults')}>
          <FaultTable faults={plan.faults} total={totals.faults} />
        </Card>
      )}
      {plan.rows.length > 0 && (
        <Card title={say('import.rows')}>
          <RowTable rows={plan.rows} total={totals.rows} />
        </Card>
      )}
      {importing.error && <Alert role="alert" type="error" showIcon title={whyOf(importing.error, language)} />}
      {isImportable && !isIdle && (
        <Flex>
          <Button type="primary" loading={importing.isUnderWay} onClick={() => importing.submit(null)}>
            {say('import.apply', { count: totals.add + totals.change })}
          </Button>
        </Flex>
      )}
    </>
  );
}
