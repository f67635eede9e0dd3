// A worker that does nothing but send one mail of the outbox; the test kills it in the midst of it.
const { createOutbox } = require('../../dist/activities/mail/outbox.js');
const { readConfig } = require('../../dist/models/config.js');
const { databaseOf } = require('../../dist/models/db/index.js');
const { connectToMongo } = require('../../dist/models/db/connection.js');

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function main() {
  const config = readConfig(process.env);
  const db = databaseOf(await connectToMongo(config.MONGODB_URI));
  console.log(JSON.stringify({ event: 'ready' }));
  await createOutbox({ db, config, log: silent, now: () => new Date() }).deliver([process.env.MAIL_ID]);
}

void main();
