import { z } from 'zod';
import { stepAnswer } from '../../models/contracts/case-answers';
import { answerDelegationSchema, delegateTaskSchema, recallTaskSchema } from '../../models/contracts/case-requests';
import { route } from '../http/route';
import { shownAnswer } from '../show/step';
import { answerDelegation, delegateTask, recallTask } from '../use-cases/delegation';

const params = z.strictObject({ id: z.string().max(120) });
const ERRORS = [
  ...(['not-found', 'not-allowed', 'own-request', 'wrong-state'] as const),
  ...(['task-closed', 'task-claimed', 'case-closed', 'invalid-input', 'busy'] as const),
] as const;

/** Asking somebody what they think before one decides 委派, their answer, and taking the question back. */
export const DELEGATION_ROUTES = [
  route({
    method: 'post',
    path: '/tasks/{id}/delegate',
    who: 'signed-in',
    summary: { zh: '委派任务，征求意见', en: 'Ask somebody for their opinion of a task' },
    repeats: 'case',
    params,
    body: delegateTaskSchema,
    answers: { 200: stepAnswer },
    errors: ERRORS,
    handle: async (call) => ({ status: 200, body: shownAnswer(await delegateTask(call)) }),
  }),
  route({
    method: 'post',
    path: '/tasks/{id}/answer-delegation',
    who: 'signed-in',
    summary: { zh: '答复委派', en: 'Give the opinion that one was asked for' },
    repeats: 'case',
    params,
    body: answerDelegationSchema,
    answers: { 200: stepAnswer },
    errors: ERRORS,
    handle: async (call) => ({ status: 200, body: shownAnswer(await answerDelegation(call)) }),
  }),
  route({
    method: 'post',
    path: '/tasks/{id}/recall',
    who: 'signed-in',
    summary: { zh: '收回委派', en: 'Take back what one has delegated' },
    repeats: 'case',
    params,
    body: recallTaskSchema,
    answers: { 200: stepAnswer },
    errors: ERRORS,
    handle: async (call) => ({ status: 200, body: shownAnswer(await recallTask(call)) }),
  }),
];
