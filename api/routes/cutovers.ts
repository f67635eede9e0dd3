import { z } from 'zod';
import {
  clashesAnswer,
  clashesQuery,
  cockpitAnswer,
  cutoversAnswer,
  cutoversQuery,
  MOST_WINDOWS,
} from '../../models/contracts/cutover-answers';
import { id } from '../../models/contracts/fields';
import { route } from '../http/route';
import { cockpitShown, windowShown } from '../show/cutover';
import { clashesAsked, cutoverSeenBy, daysOffOfCompany, mustBeSpan, windowsIn } from '../use-cases/cutovers';

/** Cutovers 变更割接: how one stands, when all are, and what a window would clash with. Nothing here changes anything. */
export const CUTOVER_ROUTES = [
  route({
    method: 'get',
    path: '/cases/{id}/cutover',
    who: 'signed-in',
    summary: { zh: '割接驾驶舱', en: 'A cutover: each step with how it stands, its roll-back, troubles and audit' },
    repeats: 'none',
    params: z.strictObject({ id }),
    answers: { 200: cockpitAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params }) => {
      const cutover = await cutoverSeenBy(deps, me, params.id);
      return { status: 200, body: cockpitShown(cutover, me, deps.now()) };
    },
  }),
  route({
    method: 'get',
    path: '/cutovers',
    who: 'signed-in',
    summary: { zh: '割接日历', en: 'The windows of cutovers in a span, and the days off in it' },
    repeats: 'none',
    query: cutoversQuery,
    answers: { 200: cutoversAnswer },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query }) => {
      mustBeSpan(deps, query);
      const rows = await windowsIn(deps, me, query);
      const items = rows.slice(0, MOST_WINDOWS).map(windowShown);
      const daysOff = await daysOffOfCompany(deps, query);
      return { status: 200, body: { items, hasMore: rows.length > MOST_WINDOWS, daysOff } };
    },
  }),
  route({
    method: 'get',
    path: '/cutovers/clashes',
    who: 'signed-in',
    summary: { zh: '割接窗口冲突检查', en: 'What the window of a cutover would clash with' },
    repeats: 'none',
    query: clashesQuery,
    answers: { 200: clashesAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, query }) => ({ status: 200, body: await clashesAsked(deps, me, query) }),
  }),
];
