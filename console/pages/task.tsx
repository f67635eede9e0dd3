import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Flex, Result, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { shownInstant } from '../../models/contracts/time';
import { caseQuery, taskQuery } from '../api/queries';
import type { Step, Task } from '../api/types';
import { useApi } from '../api/use-api';
import { CaseFilesContext } from '../form/case-files';
import { Due } from '../parts/due';
import { FactCard } from '../parts/fact-list';
import { Instant } from '../parts/instant';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { PriorityTag, StatusTag } from '../parts/tags';
import { WhyDue } from '../parts/why-due';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { RequestCard } from './case/request-card';
import { CaseTasks } from './case/case-tasks';
import { ClashWarning } from './cutovers/clash-warning';
import { DecidedCard } from './task/decided-card';
import { DecisionForm } from './task/decision-form';
import { DutyCard, DutyLimit } from './task/duty-card';
import { OpinionsCard } from './task/opinions-card';
import { TaskVerbs } from './task/task-verbs';
import { Undelivered } from './task/undelivered';
import { VotingCard } from './task/voting-card';
import { outcomeWords } from './task/outcome-words';
import { useTooLate } from './task/use-too-late';

/** A task: what it is about, its form and its outcomes; opening it decides nothing. */
export function TaskPage() {
  const { id = '' } = useParams();
  const query = useQuery(taskQuery(useApi(), id));
  return <Loaded query={query}>{(task) => <OneTask key={id} task={task} />}</Loaded>;
}

function OneTask({ task }: { readonly task: Task }) {
  const { say, pick } = useLanguage();
  const [done, setDone] = useState<Step | null>(null);
  const tooLate = useTooLate(task.id);
  const { data: row } = useQuery(caseQuery(useApi(), task.caseId));
  const title = pick(task.title, task.step);
  return (
    <CaseFilesContext value={row?.attachments ?? []}>
      <Page
        title={`${title} · ${task.subject}`}
        extra={
          <Flex gap={4} wrap align="center">
            <StatusTag status={task.status} />
            <PriorityTag priority={task.priority} />
            <Link to={`/cases/${task.caseId}`}>{task.caseId}</Link>
          </Flex>
        }
      >
        <div className="columns">
          <div className="stack">
            <Undelivered task={task} />
            <FactCard facts={task.facts} />
            {done ? (
              <Done step={done} task={task} />
            ) : task.mayAct ? (
              <Card title={say('task.form')}>
                {task.actingFor && (
                  <Alert type="info" showIcon title={say('task.youActFor', { name: task.actingFor.name })} />
                )}
                <DutyLimit task={task} />
                <DecisionForm
                  task={task}
                  to={`/tasks/${encodeURIComponent(task.id)}/complete`}
                  onDone={setDone}
                  onTooLate={tooLate}
                  {...(row && isPlan(task) && { warning: <ClashWarning row={row} /> })}
                />
                <TaskVerbs task={task} />
              </Card>
            ) : (
              <DecidedCard task={task} />
            )}
            <OpinionsCard task={task} />
            <VotingCard task={task} />
            {row && <RequestCard row={row} />}
          </div>
          <div className="stack">
            <Card>
              <Facts task={task} />
            </Card>
            <DutyCard task={task} />
            {row && (
              <Card title={say('case.tasks')}>
                <CaseTasks tasks={row.tasks} here={task.id} />
              </Card>
            )}
          </div>
        </div>
      </Page>
    </CaseFilesContext>
  );
}

/** The plan of a cutover says in which window it is. */
function isPlan({ process, step }: Task): boolean {
  return process === 'change-cutover' && step === 'plan';
}

function Facts({ task }: { readonly task: Task }) {
  const { say, pick } = useLanguage();
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        { key: 'due', label: say('task.due'), children: <TaskDue task={task} /> },
        ...(task.nudgedAt === null
          ? []
          : [{ key: 'nudged', label: say('task.nudgedAt'), children: <Instant at={task.nudgedAt} /> }]),
        ...(task.pause
          ? [
              {
                key: 'pause',
                label: say('task.pauseReason'),
                children: <span className="lines">{task.pause.reason}</span>,
              },
            ]
          : []),
        { key: 'process', label: say('task.process'), children: pick(task.processTitle, task.process) },
        { key: 'applicant', label: say('task.applicant'), children: task.applicant.name },
        { key: 'customer', label: say('task.customer'), children: task.customer?.name ?? say('word.none') },
        { key: 'assignee', label: say('task.assignee'), children: task.assignee?.name ?? say('word.none') },
        ...(task.substitutes.length > 0
          ? [{ key: 'substitutes', label: say('task.substitutes'), children: <Substitutes task={task} /> }]
          : []),
        ...(task.round > 1
          ? [{ key: 'round', label: say('task.roundLabel'), children: say('task.round', { round: task.round }) }]
          : []),
      ]}
    />
  );
}

function Substitutes({ task }: { readonly task: Task }) {
  const { say, language } = useLanguage();
  return (
    <ul className="named">
      {task.substitutes.map(({ id, name, forWhom, until }) => (
        <li key={`${id} ${forWhom.id}`}>
          {say('task.substitute', {
            ...{ name, forWhom: forWhom.name },
            until: shownInstant(until, settings().timeZone, language),
          })}
        </li>
      ))}
    </ul>
  );
}

function TaskDue({ task }: { readonly task: Task }) {
  const { say } = useLanguage();
  const isOpen = task.status === 'open';
  return (
    <span>
      <Due at={task.dueAt} isOpen={isOpen} isProvisional={task.isDueProvisional} pause={task.pause} />
      {task.breachedAt !== null && <Tag color="error">{say('due.breached')}</Tag>}
      {(task.dueAt !== null || task.pause !== null) && <WhyDue of={{ taskId: task.id }} />}
    </span>
  );
}

function Done({ step, task }: { readonly step: Step; readonly task: Task }) {
  const { say, pick } = useLanguage();
  const outcome = outcomeWords(task, step.outcome, pick);
  return (
    <Card>
      <Result
        status="success"
        title={say('task.done', { outcome })}
        extra={
          <Flex gap={8} justify="center" wrap>
            <Link to="/tasks">
              <Button type="primary">{say('task.toInbox')}</Button>
            </Link>
            <Link to={`/cases/${step.caseId}`}>
              <Button>{say('task.toCase')}</Button>
            </Link>
          </Flex>
        }
      />
    </Card>
  );
}
