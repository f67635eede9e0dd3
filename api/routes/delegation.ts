import { answerDelegationSchema, delegateTaskSchema, recallTaskSchema } from '../../models/contracts/case-requests';
import { answerDelegation, delegateTask, recallTask } from '../use-cases/delegation';
import { taskParams as params, taskVerb } from './task-verb';

/** Asking somebody what they think before one decides 委派, their answer, and taking the question back. */
export const DELEGATION_ROUTES = [
  taskVerb({
    path: 'delegate',
    summary: { zh: '委派任务，征求意见', en: 'Ask somebody for their opinion of a task' },
    params,
    body: delegateTaskSchema,
    act: delegateTask,
  }),
  taskVerb({
    path: 'answer-delegation',
    summary: { zh: '答复委派', en: 'Give the opinion that one was asked for' },
    params,
    body: answerDelegationSchema,
    act: answerDelegation,
  }),
  taskVerb({
    path: 'recall',
    summary: { zh: '收回委派', en: 'Take back what one has delegated' },
    params,
    body: recallTaskSchema,
    act: recallTask,
  }),
];
