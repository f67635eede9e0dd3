import { Button, Form, Radio } from 'antd';
import { useState } from 'react';
import type { Task } from '../../api/types';
import { ReferenceField } from '../../form/fields/reference';
import { useLanguage } from '../../words/use-language';
import { VerbDialog, type Verb } from './verb-dialog';

const NUDGE: Verb = {
  address: 'nudge',
  name: 'task.nudge',
  done: 'task.nudged',
  help: 'task.nudgeHelp',
  reason: 'task.nudgeWords',
  isReasonOptional: true,
};
const ADD: Verb = {
  address: 'seats',
  name: 'task.addVoter',
  done: 'task.voterAdded',
  help: 'task.addVoterHelp',
  reason: 'task.transferReason',
};
const ADD_TO_ONE: Verb = { ...ADD, help: 'task.addToOneHelp' };
const REMOVE: Verb = {
  address: 'seats',
  name: 'task.removeSeat',
  done: 'task.seatRemoved',
  help: 'task.removeSeatHelp',
  reason: 'task.transferReason',
};
const WITHDRAW: Verb = {
  address: 'withdraw-vote',
  name: 'task.withdrawVote',
  done: 'task.voteWithdrawn',
  help: 'task.withdrawVoteHelp',
  reason: 'task.transferReason',
};

interface Props {
  readonly task: Task;
  readonly verb: 'nudge' | 'addVoter' | 'withdrawVote';
  readonly close: () => void;
}

/** Nudges 催办, lets one more vote 加签, or takes one's own vote back. */
export function VoterDialog({ task, verb, close }: Props) {
  if (verb === 'addVoter') return <AddVoter task={task} close={close} />;
  return <VerbDialog task={task} verb={verb === 'nudge' ? NUDGE : WITHDRAW} close={close} />;
}

function AddVoter({ task, close }: { readonly task: Task; readonly close: () => void }) {
  const { say } = useLanguage();
  const places = task.may.addVoter;
  const label = say('task.voterToAdd');
  return (
    <VerbDialog task={task} verb={task.voting ? ADD : ADD_TO_ONE} initial={{ place: places.at(-1) }} close={close}>
      <Form.Item
        name="to"
        label={label}
        rules={[{ required: true, whitespace: true, message: say('form.needed', { label }) }]}
      >
        <ReferenceField kind="person" />
      </Form.Item>
      <Form.Item name="place" label={say('task.voterPlace')}>
        <Radio.Group options={places.map((place) => ({ value: place, label: say(`task.voterPlace.${place}`) }))} />
      </Form.Item>
    </VerbDialog>
  );
}

/** Takes one seat of a vote away 减签. */
export function RemoveSeat({ task, seat, who }: { readonly task: Task; readonly seat: string; readonly who: string }) {
  const { say } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" type="link" aria-label={`${say('task.removeSeat')} ${who}`} onClick={() => setAsking(true)}>
        {say('task.removeSeat')}
      </Button>
      {isAsking && (
        <VerbDialog
          task={task}
          verb={{ ...REMOVE, address: `seats/${encodeURIComponent(seat)}/remove` }}
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}
