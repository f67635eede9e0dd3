import type { DeliveryRow } from '../../models/db';
import { NOW } from './mail-row';

/** An event on its way to an endpoint, as the record of a step leaves it behind. */
export function deliveryRow(changes: Partial<DeliveryRow> = {}): DeliveryRow {
  return {
    _id: 'msg_1',
    webhookId: 'W-1',
    format: 'standard',
    kind: 'task-completed',
    caseId: 'BF-20261121-0001',
    seq: 7,
    event: {
      at: NOW.toISOString(),
      case: {
        id: 'BF-20261121-0001',
        process: 'scrap',
        subject: 'HP LaserJet M404dn（SN PHB1234567）',
        priority: 'normal',
        state: 'open',
        stage: 'manager-review',
        customer: { id: 'C-0001', name: '市第一人民医院' },
        applicant: { id: 'u-li', name: '李工' },
      },
      entry: {
        seq: 7,
        by: { id: 'u-wang', name: '王经理' },
        stage: 'manager-review',
        taskId: 'BF-20261121-0001.manager-review.1',
        details: {
          ...{ step: 'manager-review', outcome: 'approve', comment: '同意', state: 'completed', title: '审批单' },
          ...{ stage: 'wipe', from: 'manager-review', to: 'register', role: 'management' },
        },
        hash: 'f'.repeat(64),
      },
    },
    state: 'queued',
    attempts: [],
    leaseUntil: null,
    nextAttemptAt: NOW,
    createdAt: NOW,
    sentAt: null,
    ...changes,
  };
}
