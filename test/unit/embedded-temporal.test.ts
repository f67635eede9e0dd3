import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../embedded/temporal/database';
import { DYNAMIC_CONFIG, startDevArguments } from '../../embedded/temporal/settings';

describe('the database of the embedded Temporal', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'opsflow-temporal-'));
  const file = path.join(folder, 'temporal.db');

  test('is begun anew when its first start was killed', () => {
    openDatabase(folder);
    writeFileSync(file, 'half a schema');
    const { usedBy } = openDatabase(folder);
    expect(existsSync(file)).toBe(false);
    expect(usedBy).toBeUndefined();
  });

  test('is kept from then on, and remembers which server used it', () => {
    const database = openDatabase(folder);
    writeFileSync(file, 'everything');
    database.isUsedBy('1.29.1');
    expect(openDatabase(folder).usedBy).toBe('1.29.1');
    expect(openDatabase(folder).usedBy).toBe('1.29.1');
    expect(existsSync(file)).toBe(true);
  });
});

test('Temporal listens on loopback only, remembers what it did, and does not round steps up to 50 ms', () => {
  const line = startDevArguments('default', 7233, 8233).join(' ');
  expect(line).toContain('--ip 127.0.0.1');
  expect(line).toContain('--ui-ip 127.0.0.1');
  expect(line).toContain('--db-filename temporal.db');
  expect(line).toContain('--search-attribute OpsflowStage=Keyword');
  for (const queue of ['transfer', 'timer', 'visibility']) {
    expect(DYNAMIC_CONFIG[`history.${queue}ProcessorMaxPollRPS`]).toBe(2_000);
  }
});
