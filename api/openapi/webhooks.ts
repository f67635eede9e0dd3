import type { Language, Text } from '../../models/contracts/text';
import { webhookEvent } from '../../models/contracts/webhooks';
import type { JsonSchema, Shared } from './schemas';

const SUMMARY: Text = {
  zh: '流程动态：流程日志的一条记录，以及当时的流程',
  en: 'Something has happened: an entry of a case’s journal, and the case as it was then',
};

/** What the product sends to endpoints of format `standard`. */
export function webhooksOf(shared: Shared, language: Language): JsonSchema {
  return {
    event: {
      post: {
        operationId: 'webhookEvent',
        tags: ['webhooks'],
        summary: SUMMARY[language],
        'x-summary': SUMMARY,
        security: [],
        parameters: HEADERS.map(([name, description]) => ({
          ...{ name, in: 'header', required: true, description, schema: { type: 'string' } },
        })),
        requestBody: { required: true, content: { 'application/json': { schema: shared.of(webhookEvent, 'output') } } },
        responses: {
          '2XX': { description: 'Taken; anything else, or nothing within 15 s, is tried again.' },
          410: { description: 'Gone: the endpoint is disabled.' },
        },
      },
    },
  };
}

const HEADERS = [
  ['webhook-id', 'The same whenever this event is sent again; what was had already is left alone by it.'],
  ['webhook-timestamp', 'When this was sent, in seconds since 1970; older than five minutes: refuse it.'],
  [
    'webhook-signature',
    '`v1,` and the base64 of HMAC-SHA256 over `{webhook-id}.{webhook-timestamp}.{body}`; one for each secret in force.',
  ],
] as const;
