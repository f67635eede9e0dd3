import { setFlagsFromString } from 'node:v8';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createActivities } from '../../activities';
import { createOutbox } from '../../activities/mail/outbox';
import type { MailTransport } from '../../activities/mail/smtp-transport';
import type { Config } from '../../models/config';
import type { Recorded, StepRecord } from '../../models/contracts/record';
import type { Database } from '../../models/db';
import type { Calendar } from '../../models/published-calendars';
import { createWorker } from '../../worker/create-worker';

/** Hears of every record that was written. */
export type Recording = (step: StepRecord, recorded: Recorded) => void;

/** The mails are written in full and then taken by nobody; how they travel is tested elsewhere. */
const NOWHERE: MailTransport = {
  send: () => Promise.resolve({ result: 'sent', reply: '250' }),
  close: () => undefined,
};

/** Starts the product's worker in this process; its mails go out at the instant that `now` shows. */
export async function startWorker(given: {
  config: Config;
  db: Database;
  calendar: Calendar;
  log: Logger;
  now: () => Date;
  onRecorded: Recording;
}): Promise<{ stop: () => Promise<void> }> {
  const { config, db, calendar, log, now, onRecorded } = given;
  // As in worker/main.ts.
  setFlagsFromString('--stack-trace-limit=2');
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ message, meta }) => log.warn({ ...meta }, message)),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  });
  const outbox = createOutbox({ db, config, log, now, transport: NOWHERE });
  const activities = createActivities({ config, db, calendar, outbox });
  const { worker, connection } = await createWorker(config, {
    ...activities,
    record: async (step) => {
      const recorded = await activities.record(step);
      onRecorded(step, recorded);
      return recorded;
    },
  });
  const running = worker.run();
  // Whoever stops it hears of a failure.
  running.catch(() => undefined);
  return {
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
      await outbox.close();
      await connection.close();
    },
  };
}
