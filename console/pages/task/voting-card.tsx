import { Alert, Card, Flex, Tag } from 'antd';
import { countWords, tallyWords } from '../../../models/contracts/quorum-words';
import type { Outcome } from '../../../models/codes';
import type { Task } from '../../api/types';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';
import { RemoveSeat } from './voter-verbs';

type Seat = NonNullable<Task['voting']>['seats'][number];

const COLOURS: Readonly<Record<Outcome, string>> = {
  submit: 'success',
  approve: 'success',
  reject: 'error',
  return: 'warning',
};

/** How several decide a task: the rule, how the votes stand, and each seat with its vote. */
export function VotingCard({ task }: { readonly task: Task }) {
  const { say, pick } = useLanguage();
  const { voting, tally } = task;
  if (!voting || !tally) return null;
  return (
    <Card title={say('task.voting')}>
      <Alert
        type="info"
        title={pick(voting.rule)}
        description={pick(task.status === 'open' ? tallyWords(tally) : countWords(tally))}
      />
      <ol className="seats">
        {voting.seats.map((seat) => (
          <li key={seat.seat}>
            <OneSeat task={task} seat={seat} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function OneSeat({ task, seat }: { readonly task: Task; readonly seat: Seat }) {
  const { say, pick } = useLanguage();
  const { vote, role, assignee, addedBy, isInTurn, mayRemove } = seat;
  const isOpen = task.status === 'open';
  const voter = vote?.forWhom ? say('journal.for', { by: vote.by.name, forWhom: vote.forWhom.name }) : vote?.by.name;
  const name = voter ?? assignee?.name;
  const who = [name, role && pick(role)].filter((part) => part).join(' · ') || say('word.none');
  if (!vote) {
    const state = isInTurn ? 'task.inTurn' : isOpen ? 'task.notYetTurn' : 'task.notNeeded';
    return (
      <Flex gap={8} wrap>
        <span>{who}</span>
        <Tag {...(isInTurn ? { color: 'processing' } : {})}>{say(state)}</Tag>
        {addedBy && <small className="quiet">{say('task.addedBy', { name: addedBy.name })}</small>}
        {mayRemove && <RemoveSeat task={task} seat={seat.seat} who={who} />}
      </Flex>
    );
  }
  return (
    <div>
      <Flex gap={8} wrap>
        <span>{who}</span>
        <Tag color={COLOURS[vote.outcome]}>{pick(vote.title)}</Tag>
        {addedBy && <small className="quiet">{say('task.addedBy', { name: addedBy.name })}</small>}
        <small className="quiet">
          <Instant at={vote.at} />
        </small>
      </Flex>
      {vote.comment !== '' && <blockquote className="lines said">{vote.comment}</blockquote>}
    </div>
  );
}
