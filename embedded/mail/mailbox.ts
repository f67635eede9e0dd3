import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

const LOOPBACK = '127.0.0.1';
const SEEN = '\\Seen';

/** A mail that lies in the mailbox. */
export interface Lying {
  readonly id: string;
  readonly source: Buffer;
}

interface Kept extends Lying {
  readonly uid: number;
}

/** A mailbox while it is served: where, for `IMAP_URL`; its user is the address to which one writes. */
export interface Mailbox {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves mails over as much of IMAP [RFC 3501] as is needed to read them, on this machine only: whoever tries the product can write
 * to it without a mail server. What has been read is known as long as this runs.
 */
export async function serveMailbox(address: string, lying: () => readonly Lying[]): Promise<Mailbox> {
  const uids = new Map<string, number>();
  const seen = new Set<number>();
  const uidOf = (id: string) => uids.get(id) ?? uids.set(id, uids.size + 1).size;
  const box: Box = { seen, mails: () => lying().map((mail) => ({ ...mail, uid: uidOf(mail.id) })) };
  const server = createServer((socket) => {
    converse(socket, box);
  });
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `imap://${encodeURIComponent(address)}:any@${LOOPBACK}:${port}/INBOX`;
  return { url, stop: async () => await closed(server) };
}

interface Box {
  readonly mails: () => readonly Kept[];
  readonly seen: Set<number>;
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

function converse(socket: Socket, box: Box): void {
  socket.on('error', () => socket.destroy());
  let waiting = '';
  socket.write('* OK [CAPABILITY IMAP4rev1] demo\r\n');
  socket.on('data', (bytes) => {
    const lines = (waiting + bytes.toString('utf8')).split('\r\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) answer(socket, line, box);
  });
}

/** Answers one command: what there is to say of it, and that it is done. */
function answer(socket: Socket, line: string, box: Box): void {
  const [tag = '*', first = '', second = ''] = line.split(' ');
  const name = first.toUpperCase() === 'UID' ? `UID ${second.toUpperCase()}` : first.toUpperCase();
  const said = SAID[name]?.(line, box);
  if (said === undefined) return void socket.write(`${tag} BAD unknown\r\n`);
  socket.write(Buffer.concat([...said.map((one) => Buffer.from(one)), Buffer.from(`${tag} OK done\r\n`)]));
  if (name === 'LOGOUT') socket.end();
}

type Said = (line: string, box: Box) => readonly (string | Buffer)[];

const SAID: Readonly<Record<string, Said>> = {
  CAPABILITY: () => ['* CAPABILITY IMAP4rev1\r\n'],
  LOGIN: () => [],
  NOOP: () => [],
  CLOSE: () => [],
  LIST: () => ['* LIST () "/" INBOX\r\n'],
  LSUB: () => ['* LSUB () "/" INBOX\r\n'],
  LOGOUT: () => ['* BYE\r\n'],
  SELECT: (_, { mails }) => [
    `* ${mails().length} EXISTS\r\n* 0 RECENT\r\n* FLAGS (${SEEN})\r\n`,
    `* OK [PERMANENTFLAGS (${SEEN})] flags\r\n* OK [UIDVALIDITY 1] one\r\n* OK [UIDNEXT ${mails().length + 1}] next\r\n`,
  ],
  'UID SEARCH': (_, { mails, seen }) => {
    const unread = mails().filter(({ uid }) => !seen.has(uid));
    return [`* SEARCH${unread.map(({ uid }) => ` ${uid}`).join('')}\r\n`];
  },
  'UID FETCH': (line, box) => named(line, box).flatMap((mail) => fetched(mail, /BODY/i.test(line))),
  'UID STORE': (line, box) => {
    for (const { uid } of named(line, box)) box.seen.add(uid);
    return [];
  },
};

function named(line: string, { mails }: Box): readonly Kept[] {
  const uid = Number(line.split(' ')[3]);
  return mails().filter((mail) => mail.uid === uid);
}

function fetched({ uid, source }: Kept, isWhole: boolean): (string | Buffer)[] {
  if (isWhole) return [`* ${uid} FETCH (UID ${uid} BODY[] {${source.length}}\r\n`, source, ')\r\n'];
  const id = /^Message-ID: (<[^>]+>)/im.exec(source.toString('utf8'))?.[1] ?? '';
  const envelope = `(NIL NIL NIL NIL NIL NIL NIL NIL NIL "${id}")`;
  return [`* ${uid} FETCH (UID ${uid} RFC822.SIZE ${source.length} ENVELOPE ${envelope})\r\n`];
}
