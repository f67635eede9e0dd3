import { alertsAnswer, alertsInput } from '../../models/contracts/intake';
import { route } from '../http/route';
import { alertOf } from '../use-cases/intake/alertmanager';
import { takeAlert, type Taken } from '../use-cases/intake/alerts';
import { mustKeepIntakePace } from '../use-cases/intake/throttle';

const MINUTE_IN_MS = 60_000;
const TOLD: readonly Taken['outcome'][] = ['opened', 'withdrawn'];

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
      const alerts = 'alerts' in body ? body.alerts.map(alertOf) : [body];
      await mustKeepIntakePace(deps, {
        of: ['alerts', source._id],
        most: deps.config.INTAKE_ALERTS_PER_MINUTE,
        windowInMs: MINUTE_IN_MS,
        added: alerts.length,
      });
      const results: Taken[] = [];
      // One after another: the second of a key has to find what the first has opened.
      for (const alert of alerts) results.push(await takeAlert(deps, source, alert));
      const [first, ...others] = results
        .filter(({ outcome }) => TOLD.includes(outcome))
        .map(({ caseId, ...details }) => ({ target: caseId ?? '', details }));
      return { status: 200, body: { results }, ...(first && { access: { ...first, others } }) };
    },
  }),
];
