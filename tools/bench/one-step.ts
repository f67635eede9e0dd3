import { databaseOf } from '../../models/db';
import type { House } from './house';
import { Caller } from './product/caller';
import { PASSWORD, type Product } from './product/product';
import { RECEIPT, start } from './product/scrap-case';

/** Lets so many people decide the same task at the same moment; milliseconds until the last of them has an answer. */
export async function allOnOneStep(house: House, product: Product, people: number, round: number): Promise<number> {
  const callers = await colleaguesOfChen(house, product.url, people);
  const { caseId } = await start(product.cast.li, await product.devices.take(), () => undefined);
  const path = `/tasks/${caseId}.receipt.1/complete`;
  const startedAt = performance.now();
  const answers = await Promise.all(
    callers.map(async (caller) => await caller.post(path, { outcome: 'submit', form: RECEIPT }, [200, 409])),
  );
  const tookInMs = performance.now() - startedAt;
  const accepted = answers.filter(({ status }) => status === 200).length;
  await product.cast.wang.post(`/cases/${caseId}/cancel`, { reason: '测量完毕，取消' }, [200]);
  if (accepted !== 1) throw new Error(`round ${round}: ${accepted} of ${people} decisions on one task were accepted`);
  return tookInMs;
}

/** People with the role of 陈科长; made in the database, since making them is not what is measured, but signed in as all are. */
async function colleaguesOfChen(house: House, url: string, people: number): Promise<Caller[]> {
  const { users } = databaseOf(house.mongo);
  const chen = await users.findOne({ username: 'chen' }).lean();
  if (!chen) throw new Error('there are no demo people');
  const names = Array.from({ length: people }, (_, number) => `bench${number + 1}`);
  for (const username of names) {
    const _id = `U-${username}`;
    const keys = [`person:${_id}`, ...chen.keys.filter((key) => !key.startsWith('person:'))];
    // No address, so that one task does not become fifty mails.
    const row = { ...chen, _id, username, name: username, email: '', keys };
    await users.replaceOne({ _id }, row, { upsert: true });
  }
  return await Promise.all(names.map(async (username) => await Caller.signIn(url, username, PASSWORD)));
}
