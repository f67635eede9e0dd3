import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { cacheFolder } from '../../embedded/binaries/cache';
import { sha256Of } from '../../models/hash';
import { eventually } from './eventually';

const ARTIFACT = 'com.icegreen:greenmail-standalone:2.1.3';
const SHA256 = '9457fdaf45ded6c87bf84a321a5ced4b4b5e72b1d03686b778df381378afc4c8';
const GET = 'org.apache.maven.plugins:maven-dependency-plugin:2.8:get';
const DOWNLOAD_WITHIN_MS = 300_000;
const PATIENCE_IN_TRIES = 600;

/** A real mail server with one mailbox, in memory. */
export interface GreenMail {
  readonly imapUrl: string;
  readonly smtpUrl: string;
  stop(): void;
}

/** Starts GreenMail with the mailbox `desk@ops.example`; Maven brings it the first time. */
export async function startGreenMail(): Promise<GreenMail> {
  const [smtp, imap] = [await freePort(), await freePort()];
  const settings = [
    ...[`smtp.hostname=127.0.0.1`, `smtp.port=${smtp}`, `imap.hostname=127.0.0.1`, `imap.port=${imap}`],
    ...['users=desk:secret@ops.example', 'users.login=email'],
  ].map((setting) => `-Dgreenmail.${setting}`);
  const server = spawn('java', ['-Xmx128m', ...settings, '-jar', jar()], { stdio: ['ignore', 'pipe', 'pipe'] });
  await eventually(() => mustListen(server, imap), PATIENCE_IN_TRIES);
  return {
    imapUrl: `imap://desk%40ops.example:secret@127.0.0.1:${imap}`,
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    stop: () => void server.kill(),
  };
}

function jar(): string {
  const folder = cacheFolder(process.env);
  const file = path.join(folder, 'greenmail-standalone-2.1.3.jar');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const args = ['-B', '-q', GET, `-Dartifact=${ARTIFACT}`, '-Dtransitive=false', `-Ddest=${file}`];
    execFileSync('mvn', args, { timeout: DOWNLOAD_WITHIN_MS });
  }
  const sum = sha256Of(readFileSync(file));
  if (sum !== SHA256) throw new Error(`${file} has sha256 ${sum}`);
  return file;
}

async function mustListen(server: ChildProcess, port: number): Promise<void> {
  if (server.exitCode !== null) throw new Error(`GreenMail ended with ${server.exitCode}`);
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    }).once('error', reject);
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
