import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex } from 'antd';
import { Link, useParams } from 'react-router';
import { caseQuery } from '../api/queries';
import type { Case } from '../api/types';
import { useApi } from '../api/use-api';
import { CaseFilesContext } from '../form/case-files';
import { Due } from '../parts/due';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { PriorityTag } from '../parts/tags';
import { useLanguage } from '../words/use-language';
import { CaseClocks } from './case/case-clocks';
import { CaseFacts } from './case/case-facts';
import { CaseState } from './case/case-line';
import { CaseTasks } from './case/case-tasks';
import { CaseVerbs } from './case/case-verbs';
import { Comments } from './case/comments';
import { CopiesCard } from './case/copies-card';
import { CopyToMe } from './case/copy-to-me';
import { Files } from './case/files';
import { LinksCard } from './case/links-card';
import { Mails } from './case/mails';
import { PastFaults } from './case/past-faults';
import { RequestCard } from './case/request-card';
import { TimelineCard } from './case/timeline-card';
import { CockpitCard } from './cutover/cockpit-card';

/** A case: what it waits for on top, then what was asked, what happened, and what it produced. */
export function CasePage() {
  const { id = '' } = useParams();
  const query = useQuery(caseQuery(useApi(), id));
  return <Loaded query={query}>{(row) => <OneCase key={id} row={row} />}</Loaded>;
}

function OneCase({ row }: { readonly row: Case }) {
  const { say } = useLanguage();
  return (
    <CaseFilesContext value={row.attachments}>
      <Page
        title={row.subject}
        extra={
          <Flex gap={4} wrap align="center">
            <CaseState row={row} />
            <PriorityTag priority={row.priority} />
            <CaseVerbs row={row} />
          </Flex>
        }
      >
        <div className="stack">
          <CopyToMe caseId={row.id} />
          <Standing row={row} />
          <div className="columns">
            <div className="stack">
              <CockpitCard row={row} />
              <RequestCard row={row} />
              <TimelineCard row={row} />
              <Comments row={row} />
            </div>
            <div className="stack">
              <Card>
                <CaseFacts row={row} />
              </Card>
              <LinksCard links={row.links} />
              <PastFaults row={row} />
              <Card title={say('case.tasks')}>
                <CaseTasks tasks={row.tasks} />
              </Card>
              <CaseClocks row={row} />
              <CopiesCard row={row} />
              <Files row={row} />
              <Mails caseId={row.id} />
            </div>
          </div>
        </div>
      </Page>
    </CaseFilesContext>
  );
}

function Standing({ row }: { readonly row: Case }) {
  const { say } = useLanguage();
  const mine = mineFirst(row);
  return (
    <>
      {row.attention && (
        <Alert
          type="error"
          showIcon
          title={`${say('case.attention')}${say('word.colon')}${say(`case.attention.${row.attention.code}`)}`}
          description={row.attention.detail}
        />
      )}
      <Alert
        type={row.state === 'open' ? 'info' : 'success'}
        showIcon
        data-testid="waiting"
        title={row.waitingFor}
        {...(row.state === 'open' && row.dueAt !== null
          ? { description: <Due at={row.dueAt} isOpen isProvisional={row.isDueProvisional} /> }
          : {})}
        action={
          mine && (
            <Link to={`/tasks/${mine.id}`}>
              <Button type="primary">{say('case.toTask')}</Button>
            </Link>
          )
        }
      />
    </>
  );
}

/** What the case waits for, where it is this person's to do; else what else they have to do by some time. */
function mineFirst({ tasks, waiting }: Case): Case['tasks'][number] | undefined {
  const mine = tasks.filter(({ mayAct }) => mayAct);
  const awaited = waiting.kind === 'task' ? waiting.taskId : null;
  return mine.find(({ id }) => id === awaited) ?? mine.find(({ dueAt }) => dueAt !== null);
}
