import type { WebhookFormat } from '../../models/contracts/webhook-formats';
import { DINGTALK, FEISHU, WECOM } from './robots';
import type { Speech } from './speech';
import { STANDARD } from './standard';

/** How each format of endpoint is spoken to. */
export const SPEECHES: Readonly<Record<WebhookFormat, Speech>> = {
  standard: STANDARD,
  wecom: WECOM,
  dingtalk: DINGTALK,
  feishu: FEISHU,
};
