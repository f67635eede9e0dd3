import { calendarFor } from '../../api/use-cases/calendar-of-contract';
import type { ContractRow } from '../../models/db';
import { apiForThisFile } from './api-under-test';
import { contract } from './resources';

const api = apiForThisFile({ COMPANY_CALENDAR: '5x8' });

const AUTUMN = { startsOn: '2026-09-01', endsOn: '2026-11-30' } as const;

/** These contracts of a customer, and no others. */
async function holds(...contracts: readonly Partial<ContractRow>[]): Promise<void> {
  await api.db.contracts.deleteMany({ customerId: 'C-0009' });
  const rows = contracts.map((change, index): ContractRow => ({
    ...{
      ...contract,
      tier: 'gold',
      _id: `K-T${index}`,
      number: `T-${index}`,
      version: 1,
      updatedAt: new Date(),
      search: [],
    },
    ...{ limits: [], inspectionRoundsPerYear: 0, deviceIds: [], calendarId: '7x24', ...AUTUMN },
    ...{ ...change, customerId: 'C-0009' },
  }));
  await api.db.contracts.create(rows);
}

async function calendarOf(device: string | null, at = '2026-10-15T08:00:00Z'): Promise<string> {
  const about = device === null ? {} : { about: { deviceIds: [device], numbers: [], words: [] } };
  return await calendarFor(api.deps, { customerId: 'C-0009', ...about }, at);
}

describe('a case begins in', () => {
  test('the calendar of the contract that names its device', async () => {
    await holds({ deviceIds: ['D-a'] }, { calendarId: '6x10' });
    expect([await calendarOf('D-a'), await calendarOf('D-b')]).toEqual(['7x24', '6x10']);
  });

  test('the company’s where that contract has no calendar of its own', async () => {
    await holds({ deviceIds: ['D-a'], calendarId: null }, { calendarId: '6x10' });
    expect(await calendarOf('D-a')).toBe('5x8');
  });

  test('that of the contract which began last, where several name the device', async () => {
    await holds({ deviceIds: ['D-a'] }, { deviceIds: ['D-a'], calendarId: '6x10', startsOn: '2026-10-01' });
    expect([await calendarOf('D-a'), await calendarOf('D-a', '2026-09-15T08:00:00Z')]).toEqual(['6x10', '7x24']);
  });

  test('that of the customer’s only contract without devices, and the company’s where there are two', async () => {
    await holds({}, { deviceIds: ['D-a'], calendarId: '6x10' });
    expect([await calendarOf(null), await calendarOf('D-b')]).toEqual(['7x24', '7x24']);
    await holds({}, { calendarId: '6x10' });
    expect([await calendarOf(null), await calendarOf('D-b')]).toEqual(['5x8', '5x8']);
  });

  test('the company’s before a contract’s first day and after its last, as the company’s zone counts days', async () => {
    await holds({ deviceIds: ['D-a'] });
    const on = async (at: string) => await calendarOf('D-a', at);
    expect([await on('2026-08-31T15:59:59Z'), await on('2026-08-31T16:00:00Z')]).toEqual(['5x8', '7x24']);
    expect([await on('2026-11-30T15:59:59Z'), await on('2026-11-30T16:00:00Z')]).toEqual(['7x24', '5x8']);
  });

  test('the company’s where it is about no customer, or about one without a contract', async () => {
    await holds();
    expect(await calendarOf('D-a')).toBe('5x8');
    expect(await calendarFor(api.deps, { customerId: null }, '2026-10-15T08:00:00Z')).toBe('5x8');
  });
});
