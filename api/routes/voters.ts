import { z } from 'zod';
import { stepAnswer } from '../../models/contracts/case-answers';
import {
  addVoterSchema,
  nudgeSchema,
  removeVoterSchema,
  withdrawVoteSchema,
} from '../../models/contracts/case-requests';
import { route } from '../http/route';
import { shownAnswer } from '../show/step';
import { addVoter, nudge, removeVoter, withdrawVote } from '../use-cases/voters';

const task = z.string().max(120);
const ERRORS = [
  ...(['not-found', 'not-allowed', 'own-request', 'wrong-state'] as const),
  ...(['task-closed', 'task-claimed', 'case-closed', 'invalid-input', 'busy'] as const),
] as const;

/** What is done about a task beside deciding it: nudging, taking one's own vote back, changing who votes. */
export const VOTER_ROUTES = [
  route({
    method: 'post',
    path: '/tasks/{id}/nudge',
    who: 'signed-in',
    summary: { zh: '催办', en: 'Ask for a task to be done soon' },
    repeats: 'case',
    params: z.strictObject({ id: task }),
    body: nudgeSchema,
    answers: { 200: stepAnswer },
    errors: [...ERRORS, 'too-many-attempts'],
    handle: async (call) => ({ status: 200, body: shownAnswer(await nudge(call)) }),
  }),
  route({
    method: 'post',
    path: '/tasks/{id}/withdraw-vote',
    who: 'signed-in',
    summary: { zh: '撤回自己的表决', en: "Take one's own vote back" },
    repeats: 'case',
    params: z.strictObject({ id: task }),
    body: withdrawVoteSchema,
    answers: { 200: stepAnswer },
    errors: ERRORS,
    handle: async (call) => ({ status: 200, body: shownAnswer(await withdrawVote(call)) }),
  }),
  route({
    method: 'post',
    path: '/tasks/{id}/seats',
    who: 'signed-in',
    summary: { zh: '加签', en: 'Let one more person vote' },
    repeats: 'case',
    params: z.strictObject({ id: task }),
    body: addVoterSchema,
    answers: { 200: stepAnswer },
    errors: ERRORS,
    handle: async (call) => ({ status: 200, body: shownAnswer(await addVoter(call)) }),
  }),
  route({
    method: 'post',
    path: '/tasks/{id}/seats/{seat}/remove',
    who: 'signed-in',
    summary: { zh: '减签', en: 'Take a seat of a vote away' },
    repeats: 'case',
    params: z.strictObject({ id: task, seat: z.string().max(20) }),
    body: removeVoterSchema,
    answers: { 200: stepAnswer },
    errors: ERRORS,
    handle: async (call) => ({ status: 200, body: shownAnswer(await removeVoter(call)) }),
  }),
];
