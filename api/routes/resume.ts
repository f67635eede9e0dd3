import { z } from 'zod';
import { closeCaseSchema } from '../../models/contracts/case-requests';
import { id } from '../../models/contracts/fields';
import { route } from '../http/route';
import { resumeCase } from '../use-cases/resume-case';

/** What administrators do about a case that needs attention. */
export const RESUME_ROUTES = [
  route({
    method: 'post',
    path: '/cases/{id}/resume',
    who: ['admin'],
    summary: { zh: '恢复在 Temporal 中被终止的流程', en: 'Let a case go on that was terminated in Temporal' },
    repeats: 'stored',
    params: z.strictObject({ id }),
    body: closeCaseSchema,
    answers: { 200: z.strictObject({ caseId: z.string() }) },
    errors: ['not-found', 'wrong-state', 'case-closed', 'invalid-input', 'busy', 'unavailable'],
    handle: async (call) => await resumeCase(call),
  }),
];
