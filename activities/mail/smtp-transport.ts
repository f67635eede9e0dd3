import { createTransport, type SendMailOptions } from 'nodemailer';
import { SIMULTANEOUS_SENDS } from '../outbox/gate';
import { LEASE_IN_MS, type Verdict } from '../outbox/send-state';
import { replyInShort, verdictOn } from './smtp-verdict';

/** Hands mails to a mail server. */
export interface MailTransport {
  /** One attempt; never throws. */
  send(message: SendMailOptions): Promise<Verdict>;
  /** Breaks off what is under way. */
  close(): void;
}

interface WatchedMail extends SendMailOptions {
  readonly onLastByte: () => void;
}

const TIMEOUTS_IN_MS = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000, socketTimeout: 20_000 };
/** An attempt must be over, and its result written, before another may take the mail. */
const ATTEMPT_IN_MS = LEASE_IN_MS - 15_000;
/** Shorter than the idle time of common servers, so that a pooled connection is rarely found dead. */
const IDLE_IN_MS = 30_000;

/** Sends by SMTP over a few kept connections. */
export function createSmtpTransport(smtpUrl: string, attemptInMs = ATTEMPT_IN_MS): MailTransport {
  const smtp = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: SIMULTANEOUS_SENDS,
    maxRequeues: 1,
    idleTimeout: IDLE_IN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS_IN_MS,
  });

  // The reader of the finished message meets its end only when the server has asked for it and got all of it but the dot.
  smtp.use('stream', (mail, done) => {
    const { onLastByte } = mail.data as WatchedMail;
    mail.message.processFunc((message) => message.once('end', onLastByte));
    done();
  });

  return {
    async send(message) {
      let isLastDotSent = false;
      const onLastByte = () => {
        isLastDotSent = true;
      };
      const watched: WatchedMail = { ...message, onLastByte, signal: AbortSignal.timeout(attemptInMs) };
      try {
        const { response } = await smtp.sendMail(watched);
        return { result: 'sent', reply: replyInShort(response) };
      } catch (error) {
        return verdictOn(error, isLastDotSent);
      }
    },
    close: () => smtp.close({ force: true }),
  };
}
