import { z } from 'zod';

const WARNING_LEVEL = 40;
const ERROR_LEVEL = 50;

const entrySchema = z.looseObject({
  level: z.number().default(30),
  event: z.string().optional(),
  msg: z.string().optional(),
  err: z.looseObject({ message: z.string().optional() }).optional(),
  username: z.string().optional(),
  password: z.string().optional(),
});

/** One line of a child's log, as far as the supervisor reads it. */
export type LogEntry = z.infer<typeof entrySchema>;

/** Reads a line of JSON, or undefined for any other text. */
export function readLogLine(line: string): LogEntry | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return entrySchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** What of a line belongs on the console: warnings and errors, and what is not JSON because something broke. */
export function consoleText(line: string, entry: LogEntry | undefined): string | undefined {
  if (entry === undefined) return line.trim() === '' ? undefined : line;
  if (entry.level < WARNING_LEVEL) return undefined;
  const message = [entry.msg ?? entry.event, entry.err?.message].filter(
    (part, at, all) => part && all.indexOf(part) === at,
  );
  return `${entry.level >= ERROR_LEVEL ? '错误 ERROR' : '警告 WARN'} ${message.join(': ')}`;
}

/** The line as it goes into the log file: the password of the first administrator is shown once and kept nowhere. */
export function logFileText(line: string, entry: LogEntry | undefined): string {
  if (entry?.password === undefined) return line;
  return JSON.stringify({ ...entry, password: '(shown on the console)' });
}
