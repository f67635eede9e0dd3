import type { MailRow } from '../../models/db';
import type { MailLook } from '../../activities/mail/template';

/** Tuesday morning in Shanghai. */
export const NOW = new Date('2026-11-24T01:00:00.000Z');

export const look: MailLook = {
  publicUrl: 'https://ops.example.com/',
  companyName: '示范运维服务有限公司',
  timeZone: 'Asia/Shanghai',
};

/** A mail as the record of a step leaves it behind. */
export function mailRow(changes: Partial<MailRow> = {}): MailRow {
  return {
    _id: 'BF-20261121-0001.manager-review.1:task-opened:u-wang',
    messageId: 'BF-20261121-0001.manager-review.1.task-opened.u-wang@ops.example.com',
    caseId: 'BF-20261121-0001',
    taskId: 'BF-20261121-0001.manager-review.1',
    step: 'manager-review',
    kind: 'task-opened',
    process: 'scrap',
    subject: 'HP LaserJet M404dn（SN PHB1234567）',
    customerName: '市第一人民医院',
    applicant: { id: 'u-li', name: '李工' },
    recipient: { id: 'u-wang', name: '王经理', address: 'wang@ops.example.com', language: 'zh' },
    details: {},
    dueAt: new Date('2026-11-23T10:00:00.000Z'),
    state: 'queued',
    attempts: [],
    leaseUntil: null,
    nextAttemptAt: NOW,
    createdAt: NOW,
    sentAt: null,
    ...changes,
  };
}

/** The row of a mail to somebody who reads English. */
export function inEnglish(changes: Partial<MailRow> = {}): MailRow {
  return mailRow({
    recipient: { id: 'u-wang', name: 'Ms Wang', address: 'wang@ops.example.com', language: 'en' },
    ...changes,
  });
}
