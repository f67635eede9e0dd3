import { alertsAnswer, alertsInput } from '../../models/contracts/intake';
import { route } from '../http/route';
import { takeAlert, takeAlerts, type Taken } from '../use-cases/intake/alerts';
import { mustKeepIntakePace } from '../use-cases/intake/throttle';

const MINUTE_IN_MS = 60_000;
const TOLD: readonly Taken['outcome'][] = ['opened', 'withdrawn', 'refused'];

/** What comes in from monitoring systems. It needs no Idempotency-Key: alerts have a dedupe key of their own. */
export const INTAKE_ROUTES = [
  route({
    method: 'post',
    path: '/intake/alerts',
    who: 'monitoring',
    summary: {
      zh: '监控告警受理（自有格式或 Alertmanager）',
      en: 'Take alerts of a monitoring system, in our format or of Alertmanager',
    },
    repeats: 'none',
    body: alertsInput,
    answers: { 200: alertsAnswer },
    errors: ['too-often', 'busy'],
    handle: async ({ deps, me, body }) => {
      const { source } = me;
      if (!source) throw new Error('only a monitoring system is let in here');
      await mustKeepIntakePace(deps, {
        of: ['alerts', source._id],
        most: deps.config.INTAKE_ALERTS_PER_MINUTE,
        windowInMs: MINUTE_IN_MS,
        added: 'alerts' in body ? body.alerts.length : 1,
      });
      const results =
        'alerts' in body ? await takeAlerts(deps, source, body.alerts) : [await takeAlert(deps, source, body)];
      const [first, ...others] = results
        .filter(({ outcome }) => TOLD.includes(outcome))
        .map(({ caseId, ...details }) => ({ target: caseId ?? '', details }));
      return { status: 200, body: { results }, ...(first && { access: { ...first, others } }) };
    },
  }),
];
