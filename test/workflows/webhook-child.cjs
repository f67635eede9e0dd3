// A worker that does nothing but send what waits for webhooks; the test kills it in the midst of it.
const { createWebhookSender } = require('../../dist/activities/webhooks/sender.js');
const { readConfig } = require('../../dist/models/config.js');
const { databaseOf } = require('../../dist/models/db/index.js');
const { connectToMongo } = require('../../dist/models/db/connection.js');

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function main() {
  const config = readConfig(process.env);
  const db = databaseOf(await connectToMongo(config.MONGODB_URI));
  console.log(JSON.stringify({ event: 'ready' }));
  await createWebhookSender({ db, config, log: silent, now: () => new Date() }).sweep();
}

void main();
