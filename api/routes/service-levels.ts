import { STAFF_ROLES } from '../../models/codes';
import { serviceLevelsAnswer, serviceLevelsSchema, type ServiceLevels } from '../../models/contracts/service-levels';
import { mustMatch } from '../http/if-match';
import { route, type Answer } from '../http/route';
import { changesOf } from '../use-cases/changes';
import { SERVICE_LEVELS_ID, serviceLevelsInForce } from '../use-cases/service-levels';
import { saveNextVersion } from '../use-cases/setting';

/** The limits by class and tier, and those of diagnosis: blank at first, as in the document. */
export const SERVICE_LEVEL_ROUTES = [
  route({
    method: 'get',
    path: '/service-levels',
    who: STAFF_ROLES,
    summary: { zh: '查看服务时限表', en: 'Read the table of limits' },
    repeats: 'none',
    hasEtag: true,
    answers: { 200: serviceLevelsAnswer },
    errors: [],
    handle: async ({ deps }) => {
      const { version, levels } = await serviceLevelsInForce(deps.db);
      return shown(version, levels);
    },
  }),
  route({
    method: 'put',
    path: '/service-levels',
    who: ['admin'],
    summary: { zh: '设置服务时限表', en: 'Set the table of limits' },
    repeats: 'none',
    body: serviceLevelsSchema,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: serviceLevelsAnswer },
    errors: ['invalid-input', 'changed-meanwhile', 'precondition-required'],
    handle: async ({ deps, body, request }) => {
      const { version, levels } = await serviceLevelsInForce(deps.db);
      mustMatch(request, version);
      await saveNextVersion(deps.db.serviceLevels, SERVICE_LEVELS_ID, version, { levels: body }, deps.now());
      const changes = changesOf(levels, body);
      return { ...shown(version + 1, body), access: { target: SERVICE_LEVELS_ID, details: { changes } } };
    },
  }),
];

function shown(version: number, levels: ServiceLevels): Answer {
  return { status: 200, etag: version, body: { version, ...levels } };
}
