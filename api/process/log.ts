import pino, { type Logger } from 'pino';

const SECRETS = [
  'password',
  '*.password',
  'token',
  '*.token',
  'authorization',
  '*.authorization',
  'req.headers.authorization',
  'SMTP_URL',
  'MONGODB_URI',
];

/** The log of one process: JSON lines on standard output, secrets taken out. */
export function createLog(name: string, level: string): Logger {
  return pino({
    name,
    level,
    redact: { paths: SECRETS, censor: '[secret]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
