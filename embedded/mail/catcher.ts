import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { homeAt } from '../home';
import { choosePort } from '../ports';
import type { Say } from '../say';
import type { CaughtMail } from './read-mail';
import type { Lying } from './mailbox';
import { MailStore } from './store';
import { serveMailPage } from './web';

/** Port on which the mail catcher takes mail. */
export const SMTP_PORT = 1_025;
/** Port of the mail catcher's page. */
export const MAIL_PAGE_PORT = 8_025;

const LARGEST_MAIL_IN_BYTES = 50 * 1024 * 1024;

/** How the mail catcher is started. */
export interface MailCatcherOptions {
  /** Without a home the mails are kept in memory only. */
  home?: string;
  /** 0 = any free one. */
  smtpPort?: number;
  httpPort?: number;
  /** Zone in which the page shows times. */
  timeZone?: string;
  say: Say;
}

/** A mail server that takes every mail and passes none on. */
export interface MailCatcher {
  readonly smtpUrl: string;
  readonly httpUrl: string;
  messages(): readonly CaughtMail[];
  /** What came for an address, as a mailbox has it. */
  lying(address: string): readonly Lying[];
  clear(): void;
  readonly stop: () => Promise<void>;
}

/** Starts the mail server and its page. */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  const store = new MailStore(options.home === undefined ? undefined : homeAt(options.home).data('mail'));
  await store.load();
  const smtpPort = await choosePort('邮件 SMTP', options.smtpPort ?? SMTP_PORT, options.say);
  const httpPort = await choosePort('邮件页面 mail page', options.httpPort ?? MAIL_PAGE_PORT, options.say);
  const smtp = catchAllServer(store);
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject);
    smtp.listen(smtpPort, '127.0.0.1', resolve);
  });
  const page = serveMailPage(store, options.timeZone ?? 'Asia/Shanghai');
  page.listen(httpPort, '127.0.0.1');
  await once(page, 'listening');
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    httpUrl: `http://127.0.0.1:${httpPort}`,
    messages: () => store.list(),
    lying: (address) => store.to(address),
    clear: () => store.clear(),
    stop: async () => {
      page.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => page.close(resolve)),
        new Promise<void>((resolve) => smtp.close(resolve)),
      ]);
    },
  };
}

function catchAllServer(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    size: LARGEST_MAIL_IN_BYTES,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'anyone' }),
    onData: (stream, session, callback) => {
      take(store, stream, session).then(() => callback(), callback);
    },
  });
  server.on('error', () => undefined);
  return server;
}

async function take(store: MailStore, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  await store.add(
    Buffer.concat(chunks),
    session.envelope.rcptTo.map(({ address }) => address),
  );
}
