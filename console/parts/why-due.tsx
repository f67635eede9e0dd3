import { Button, Descriptions, Modal } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { shownDuration } from '../../models/contracts/duration';
import { caseClocksQuery, taskDeadlineQuery } from '../api/queries';
import type { CaseClocks, TaskDeadline } from '../api/types';
import { useApi } from '../api/use-api';
import { useLanguage } from '../words/use-language';
import { Instant } from './instant';
import { Loaded } from './loaded';

type Deadline = NonNullable<TaskDeadline['deadline']>;

/** Beside a deadline: why it is what it is. */
export function WhyDue({
  of,
}: {
  readonly of: { readonly taskId: string } | { readonly caseId: string; readonly clock: string };
}) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {say('due.why')}
      </Button>
      <Modal open={isOpen} title={say('due.whyTitle')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        {'taskId' in of ? <OfTask id={of.taskId} /> : <OfClock id={of.caseId} name={of.clock} />}
      </Modal>
    </>
  );
}

function OfTask({ id }: { readonly id: string }) {
  const query = useQuery(taskDeadlineQuery(useApi(), id));
  return <Loaded query={query}>{({ deadline }) => deadline && <Reason of={deadline} />}</Loaded>;
}

function OfClock({ id, name }: { readonly id: string; readonly name: string }) {
  const query = useQuery(caseClocksQuery(useApi(), id));
  const named = ({ items }: CaseClocks) => items.find((clock) => clock.name === name);
  return (
    <Loaded query={query}>
      {(clocks) => {
        const clock = named(clocks);
        return clock ? <Reason of={clock} grade={clock.grade} /> : null;
      }}
    </Loaded>
  );
}

function Reason({
  of,
  grade = null,
}: {
  readonly of: Deadline;
  readonly grade?: CaseClocks['items'][number]['grade'];
}) {
  const { say, pick, language } = useLanguage();
  const { reason, sentence, usedInMs, remainingInMs, breachedAt } = of;
  const length = (ms: number) => shownDuration(ms, reason.time, language);
  return (
    <>
      <p data-testid="why-due">{sentence}</p>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'used', label: say('due.used'), children: length(usedInMs) },
          { key: 'left', label: say('due.left'), children: length(remainingInMs) },
          ...(breachedAt === null
            ? []
            : [{ key: 'breached', label: say('due.breached'), children: <Instant at={breachedAt} /> }]),
          ...(grade ? [{ key: 'grade', label: say('due.grade'), children: pick(grade.title) }] : []),
          ...reason.pauses.map((pause, index) => ({
            key: `pause ${index}`,
            label: say('due.pause'),
            children: (
              <span className="lines">
                <Instant at={pause.from} />–{pause.to !== null && <Instant at={pause.to} />} {pause.reason}
              </span>
            ),
          })),
          ...reason.stretches.map((stretch) => ({
            key: stretch.from,
            label: say('due.counted'),
            children: (
              <>
                <Instant at={stretch.from} />–<Instant at={stretch.to} /> · {length(stretch.ms)}
              </>
            ),
          })),
        ]}
      />
    </>
  );
}
