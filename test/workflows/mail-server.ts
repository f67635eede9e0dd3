import type { Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** A mail of which the last dot arrived. */
export interface ArrivedMail {
  readonly to: string;
  readonly messageId: string;
  readonly source: string;
}

/** What the server does with a command: answers it (an error refuses), never answers, or breaks the connection. */
export type Reaction = 'accept' | 'hang' | 'drop' | { readonly code: number; readonly says: string };

/** How the server treats mails; a test changes it as it goes. */
export interface Manners {
  toRecipient: (address: string) => Reaction;
  /** After the last dot. */
  toMessage: (mail: ArrivedMail) => Reaction;
}

/** A mail server that can misbehave. */
export class MailServer {
  readonly arrived: ArrivedMail[] = [];
  readonly manners: Manners = { toRecipient: () => 'accept', toMessage: () => 'accept' };
  mostAtOnce = 0;
  private readonly sockets = new Map<number, Socket>();
  private readonly smtp: SMTPServer;
  private port = 0;

  constructor(options: SMTPServerOptions = {}) {
    this.smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onRcptTo: ({ address }, session, done) => this.react(this.manners.toRecipient(address), session, done),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.once('end', () => void this.take(Buffer.concat(chunks).toString(), session, done));
      },
      ...options,
    });
    this.smtp.on('error', () => undefined);
    this.smtp.server.on('connection', (socket) => {
      this.sockets.set(socket.remotePort ?? 0, socket);
      this.mostAtOnce = Math.max(this.mostAtOnce, this.sockets.size);
      socket.once('close', () => this.sockets.delete(socket.remotePort ?? 0));
    });
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.smtp.listen(port, '127.0.0.1', resolve));
    const address = this.smtp.server.address();
    this.port = typeof address === 'object' && address ? address.port : 0;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => this.smtp.close(resolve));
  }

  /** Closes all connections, as a server does with idle ones. */
  async hangUp(): Promise<void> {
    for (const socket of this.sockets.values()) socket.end();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  to(address: string): readonly ArrivedMail[] {
    return this.arrived.filter((mail) => mail.to === address);
  }

  private async take(source: string, session: SMTPServerSession, done: Done): Promise<void> {
    const { messageId = '' } = await simpleParser(source);
    const mail = { to: session.envelope.rcptTo[0]?.address ?? '', messageId, source };
    this.arrived.push(mail);
    this.react(this.manners.toMessage(mail), session, done);
  }

  private react(reaction: Reaction, session: SMTPServerSession, done: Done): void {
    if (reaction === 'hang') return;
    if (reaction === 'drop') this.sockets.get(session.remotePort)?.destroy();
    else if (reaction === 'accept') done();
    else done(Object.assign(new Error(reaction.says), { responseCode: reaction.code }));
  }
}

type Done = (error?: Error | null) => void;
