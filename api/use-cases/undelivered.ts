import type { Text } from '../../models/contracts/text';
import type { Database, MailRow, TaskRow } from '../../models/db';
import { isCustomerSide } from '../../models/whom';
import type { SignedIn } from '../authentication';

type Undelivered = Pick<MailRow, '_id' | 'kind' | 'recipient' | 'state' | 'attempts' | 'createdAt'>;

/** What to do about a mail that did not arrive, or may not have. */
const ADVICE: Readonly<Record<'refused' | 'unknown', Text>> = {
  refused: {
    zh: '邮件被拒收，对方没有收到。请另行通知，并由管理员更正其邮箱地址；此邮件不会重发，后续邮件照常发送。',
    en: 'The mail was refused and has not arrived. Tell them in another way, and have an administrator put their address right; this mail is not sent again, later ones are.',
  },
  unknown: {
    zh: '邮件可能已送达，也可能没有。请向对方确认；为避免重复，此邮件不再重发。',
    en: 'The mail may have arrived or not. Ask them; so that nobody gets it twice, it is not sent again.',
  },
};

/**
 * Who has not got the last mail about a task, or may not have, for the company's own people; nobody else learns of it. Whoever
 * got a later mail about it is not named.
 */
export async function undeliveredOf(db: Database, me: SignedIn, task: Pick<TaskRow, '_id' | 'caseId'>) {
  if (isCustomerSide(me.user.grants)) return [];
  const rows = await db.mails
    .find(
      { caseId: task.caseId, taskId: task._id, state: { $in: ['sent', 'refused', 'unknown'] } },
      { kind: 1, recipient: 1, state: 1, attempts: 1, createdAt: 1 },
    )
    .sort({ createdAt: 1, _id: 1 })
    .lean<Undelivered[]>();
  const last = new Map(rows.map((row) => [row.recipient.id, row]));
  return [...last.values()].flatMap((row) =>
    row.state === 'refused' || row.state === 'unknown' ? [shown(row, row.state)] : [],
  );
}

function shown({ _id, kind, recipient, attempts, createdAt }: Undelivered, state: 'refused' | 'unknown') {
  const { id, name } = recipient;
  const { endedAt, reply } = attempts.at(-1) ?? { endedAt: null, reply: '' };
  const at = (endedAt ?? createdAt).toISOString();
  return { mailId: _id, kind, recipient: { id, name }, state, at, reply, advice: ADVICE[state] };
}
