import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Flex, InputNumber, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import { calendarDraftQuery } from '../../api/queries';
import type { CalendarDraft } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { problemWords } from '../../parts/why';
import { useLanguage } from '../../words/use-language';
import { FileChoice } from '../import/file-choice';
import { Comparison } from './comparison';
import { filePreviewQuery, formOf, type CalendarUpload } from './file-preview';
import { ImportEvents } from './import-events';

const WAYS = ['exceptions', 'holidays'] as const;

interface Props {
  readonly id: string;
  readonly version: number;
  readonly nextYear: number;
  /** The form holds what is not saved, and the draft would be read anew. */
  readonly isChanged: boolean;
}

/** A calendar file: what it would do, event by event, and taking it over into the draft. */
export function ImportCard({ id, version, nextYear, isChanged }: Props) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const [as, setAs] = useState<CalendarUpload['as']>('exceptions');
  const [year, setYear] = useState(nextYear);
  const [file, setFile] = useState<Pick<CalendarUpload, 'file' | 'number'> | null>(null);
  const [chosen, setChosen] = useState<readonly number[] | null>(null);
  const upload: CalendarUpload | null = file && { id, as, year, chosen, ...file };
  const { data: preview, error, isFetching } = useQuery(filePreviewQuery(client, upload));
  const taking = useSubmission(
    async (sent: CalendarUpload, key) =>
      await client.send<CalendarDraft>('POST', `/calendars/${encodeURIComponent(id)}/import`, {
        ...{ form: formOf(sent), key, version },
      }),
    {
      done: (draft) => {
        queries.setQueryData(calendarDraftQuery(client, id).queryKey, draft);
        void message.success(say('calendar.taken'));
        setFile(null);
        setChosen(null);
        void queries.invalidateQueries();
      },
    },
  );
  const anew = (change: () => void) => {
    setChosen(null);
    change();
  };
  const count = preview?.events.filter(({ isChosen }) => isChosen).length ?? 0;
  const failure = taking.error ?? error;
  return (
    <Card title={say('calendar.import')}>
      <div className="stack">
        <p className="quiet">{say('calendar.importHelp')}</p>
        <Flex wrap gap={12} align="center">
          <span>{say('calendar.importAs')}</span>
          <Radio.Group
            aria-label={say('calendar.importAs')}
            value={as}
            onChange={({ target }) => anew(() => setAs(target.value as CalendarUpload['as']))}
            options={WAYS.map((way) => ({ value: way, label: say(`calendar.importAs.${way}`) }))}
          />
          {as === 'holidays' && (
            <InputNumber
              aria-label={say('calendar.year')}
              min={1970}
              max={2200}
              value={year}
              onChange={(next) => next !== null && anew(() => setYear(next))}
            />
          )}
        </Flex>
        <FileChoice
          accept=".ics,.json"
          hint={say('calendar.importHelp')}
          name={file?.file.name}
          isRead={isFetching}
          choose={(next) => anew(() => setFile((last) => ({ file: next, number: (last?.number ?? 0) + 1 })))}
        />
        {failure && <Alert role="alert" type="error" showIcon title={problemWords(failure, language)} />}
        {isFetching && !preview && <Skeleton active />}
        {preview && upload && (
          <>
            {preview.events.length > 0 && <ImportEvents events={preview.events} choose={setChosen} />}
            <Comparison comparison={preview.comparison} />
            {isChanged && <Alert type="warning" showIcon title={say('calendar.saveFirst')} />}
            <Flex>
              <Button
                type="primary"
                loading={taking.isUnderWay}
                disabled={isChanged || isFetching || Boolean(error) || (preview.format === 'ics' && count === 0)}
                onClick={() => taking.submit(upload)}
              >
                {preview.format === 'json' ? say('calendar.takeAll') : say('calendar.take', { count })}
              </Button>
            </Flex>
          </>
        )}
      </div>
    </Card>
  );
}
