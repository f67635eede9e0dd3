import { NativeConnection, Runtime, Worker, DefaultLogger } from '@temporalio/worker';
import { mongo } from 'mongoose';
import { mainOf } from '../../../api/process/main';
import { readConfig } from '../../../models/config';
import { workerOptions } from '../../../worker/create-worker';
import { createBareActivities } from './activities';
import { bareDatabase } from './database';

/** The bare SDK's worker: the product's worker options, and nothing else of the product. */
mainOf(async () => {
  const config = readConfig(process.env);
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const client = await new mongo.MongoClient(config.MONGODB_URI).connect();
  const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
  const worker = await Worker.create({
    connection,
    ...workerOptions(config),
    workflowsPath: require.resolve('./workflow'),
    activities: createBareActivities(client, bareDatabase(config.MONGODB_URI)),
  });
  const running = worker.run();
  process.stdout.write(`${JSON.stringify({ level: 30, event: 'ready' })}\n`);
  await running;
  await connection.close();
  await client.close();
});
