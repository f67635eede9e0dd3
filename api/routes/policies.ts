import { z } from 'zod';
import { STAFF_ROLES } from '../../models/codes';
import { id } from '../../models/contracts/fields';
import { policySchema, type Policy } from '../../models/contracts/policy';
import { policyAnswer } from '../../models/contracts/process-answer';
import type { PolicyRow } from '../../models/db';
import { mustMatch } from '../http/if-match';
import { Problem } from '../http/problem';
import { route, type Answer } from '../http/route';
import { changesOf } from '../use-cases/changes';
import { teamFaults } from '../use-cases/duty-policy';
import { installed, policyFaults } from '../use-cases/policy';
import { saveNextVersion } from '../use-cases/setting';

const params = z.object({ process: id });
/** What an administrator sets about a procedure without touching its code; version 0 is as shipped. */
export const POLICY_ROUTES = [
  route({
    method: 'get',
    path: '/policies/{process}',
    who: STAFF_ROLES,
    summary: { zh: '查看流程参数', en: "Read a process's policy" },
    repeats: 'none',
    params,
    hasEtag: true,
    answers: { 200: policyAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, params: { process } }) => {
      const { policy } = installed(process);
      const row = await deps.db.policies.findById(process).lean<PolicyRow>();
      return shown(process, row?.version ?? 0, row?.policy ?? policy, policy);
    },
  }),
  route({
    method: 'put',
    path: '/policies/{process}',
    who: ['admin'],
    summary: { zh: '设置流程参数', en: "Set a process's policy" },
    repeats: 'none',
    params,
    body: policySchema,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: policyAnswer },
    errors: ['not-found', 'invalid-input', 'changed-meanwhile', 'precondition-required'],
    handle: async ({ deps, params: { process }, body, request }) => {
      const contract = installed(process);
      const faults = [...policyFaults(contract, body), ...(await teamFaults(deps.db, body))];
      if (faults.length > 0) throw new Problem('invalid-input', '', { faults });
      const { version = 0, policy = contract.policy } =
        (await deps.db.policies.findById(process).lean<PolicyRow>()) ?? {};
      mustMatch(request, version);
      await saveNextVersion(deps.db.policies, process, version, { policy: body }, deps.now());
      return {
        ...shown(process, version + 1, body, contract.policy),
        access: { target: process, details: { changes: changesOf(policy, body) } },
      };
    },
  }),
];

function shown(process: string, version: number, policy: Policy, shipped: Policy): Answer {
  return { status: 200, etag: version, body: { process, version, policy, shipped } };
}
