import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();

test('without a key for secrets nobody adds a webhook, and is told what to do', async () => {
  const input = { name: 'a', url: 'https://hooks.example.com/', events: ['case-closed'] };
  const { status, body } = await api.as('admin-demo').post('/webhooks', input);
  expect([status, body.code, body.detail]).toEqual([409, 'wrong-state', expect.stringContaining('SECRETS_KEY')]);
});
