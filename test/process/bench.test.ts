import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Figures } from '../../tools/bench/figures';

const PROGRAM = join(__dirname, '../../dist/tools/bench.js');
const PATIENCE_IN_MS = 600_000;

// That it measures what it says, and leaves nothing; how fast anything is, no test asserts.
describe('npm run bench', () => {
  let folder: string;
  let said: { stdout: string; stderr: string };
  let figures: Figures;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'opsflow-bench-test-'));
    const json = join(folder, 'figures.json');
    const env = { ...process.env, TMPDIR: folder };
    said = await promisify(execFile)(process.execPath, [PROGRAM, '--quick', '--json', json], { env });
    figures = JSON.parse(readFileSync(json, 'utf8')) as Figures;
  }, PATIENCE_IN_MS);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows its progress, and ends with the ratio of the figures', () => {
    expect(said.stderr).toMatch(/bare at 1 client\(s\): \d+\.\d\d cases\/s/);
    expect(said.stderr).toMatch(/product at 2 client\(s\): \d+\.\d\d cases\/s/);
    expect(said.stdout.trimEnd().split('\n').at(-1)).toBe(`ratio: ${figures.ratio.toFixed(2)}`);
  });

  it('gives the bare SDK what a scrap case was seen to take: its updates, activities, transactions and their commands', () => {
    const { recipe } = figures;
    expect({ updates: recipe.updates, activities: recipe.activities }).toEqual({ updates: 5, activities: 7 });
    expect(recipe.records).toHaveLength(7);
    const inWords = recipe.records.map((record) => record.map(({ command, collection }) => `${command} ${collection}`));
    expect(inWords[2]).toEqual([
      'update cases',
      'update tasks',
      'insert journal',
      'insert steps',
      'insert answers',
      'insert mails',
    ]);
    expect(recipe.apiTransactions.flat().map(({ collection }) => collection)).toEqual(
      expect.arrayContaining(['attachments', 'intake']),
    );
  });

  it('measures both sides at every client count: rate, approvals, CPU of every process, histories and stores', () => {
    expect(figures.cells.map(({ side, clients }) => `${side} ${clients}`)).toEqual([
      'bare 1',
      'product 1',
      'bare 2',
      'product 2',
    ]);
    for (const cell of figures.cells) {
      expect(cell.casesPerSecond).toBeGreaterThan(0);
      expect(cell.approveP99InMs).toBeGreaterThanOrEqual(cell.approveP50InMs);
      const api = cell.side === 'product' ? ['api'] : [];
      expect(Object.keys(cell.cpuInMsPerCase)).toEqual([...api, 'worker', 'temporal', 'mongod', 'bench']);
      expect(cell.cpuInMsPerCase.worker).toBeGreaterThan(0);
    }
    const { bare, product } = figures.perCase;
    expect(product.history.events).toBeGreaterThan(bare.history.events);
    expect(product.stored.files).toBeGreaterThan(1_000);
    expect(Object.values(figures.stored).every((bytes) => bytes > 0)).toBe(true);
  });

  it('drives more clients than are admitted, and many people onto one step', () => {
    expect(figures.admission.p99InMsOfCrowd).toBeGreaterThan(0);
    expect(figures.admission.refusedShare).toBeGreaterThan(0);
    expect(figures.admission.lastOnOneStepInMs).toBeGreaterThan(0);
  });

  it('opens faults, has reminders fall due while more arrive, and sets them beside bare timers', () => {
    const { open, arriving, lateP99InMs, bareLateP99InMs, apiP99Ratio } = figures.faults;
    expect([open, arriving]).toEqual([4, 2]);
    for (const figure of [lateP99InMs, bareLateP99InMs, apiP99Ratio]) {
      expect(figure).toBeGreaterThan(0);
      expect(figure).toBeLessThan(Infinity);
    }
    expect(said.stdout).toMatch(/4 faults open, 2 more arriving: reminders late by p50 \d+ ms, p99 \d+ ms/);
  });

  it('leaves nothing behind', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('opsflow-bench-'))).toEqual([]);
  });

  it('says what is wrong with its options', async () => {
    const wrong = promisify(execFile)(process.execPath, [PROGRAM, '--clients', '0']);
    await expect(wrong).rejects.toMatchObject({ stderr: expect.stringContaining('--clients must be a whole number') });
  });
});
