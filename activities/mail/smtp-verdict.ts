import type { NodemailerError } from 'nodemailer';
import { clip, oneLine } from './one-line';
import type { Verdict } from '../outbox/send-state';

const REPLY_IN_CHARACTERS = 300;

/** A server's reply as it is kept with an attempt. */
export function replyInShort(reply: string): string {
  return clip(oneLine(reply), REPLY_IN_CHARACTERS);
}

/**
 * What a failed attempt means for the mail. A reply of the server decides; without one, all depends on whether the last dot had
 * been sent, because then the server may have taken the mail.
 */
export function verdictOn(error: unknown, isLastDotSent: boolean): Verdict {
  const { message, ...about } = asMailError(error);
  const reply = replyInShort(about.response ?? [about.originalCode ?? about.code, message].filter(Boolean).join(' '));
  if (about.responseCode === undefined && isLastDotSent) return { result: 'unknown', reply };
  return { result: isRefusal(about) ? 'refused' : 'failed', reply };
}

// A refused sender, sign-in or greeting is a fault of the settings: the mail waits until somebody has put it right.
function isRefusal({ code, command, permanent }: Partial<NodemailerError>): boolean {
  if (code === 'EMESSAGE' && command === 'MAIL FROM') return true;
  if (code === 'EENVELOPE' && command === 'API') return true;
  return permanent === true && (command === 'RCPT TO' || command === 'DATA');
}

function asMailError(error: unknown): NodemailerError {
  return error instanceof Error ? error : new Error(String(error));
}
