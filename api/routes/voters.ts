import { z } from 'zod';
import {
  addVoterSchema,
  nudgeSchema,
  removeVoterSchema,
  withdrawVoteSchema,
} from '../../models/contracts/case-requests';
import { addVoter, nudge, removeVoter, withdrawVote } from '../use-cases/voters';
import { taskParams as params, taskVerb } from './task-verb';

/** What is done about a task beside deciding it: nudging, taking one's own vote back, changing who votes. */
export const VOTER_ROUTES = [
  taskVerb({
    path: 'nudge',
    summary: { zh: '催办', en: 'Ask for a task to be done soon' },
    params,
    body: nudgeSchema,
    errors: ['too-often'],
    act: nudge,
  }),
  taskVerb({
    path: 'withdraw-vote',
    summary: { zh: '撤回自己的表决', en: "Take one's own vote back" },
    params,
    body: withdrawVoteSchema,
    act: withdrawVote,
  }),
  taskVerb({
    path: 'seats',
    summary: { zh: '加签', en: 'Let one more person vote' },
    params,
    body: addVoterSchema,
    act: addVoter,
  }),
  taskVerb({
    path: 'seats/{seat}/remove',
    summary: { zh: '减签', en: 'Take a seat of a vote away' },
    params: params.extend({ seat: z.string().max(20) }),
    body: removeVoterSchema,
    act: removeVoter,
  }),
];
