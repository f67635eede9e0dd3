import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const YEAR = path.join(__dirname, '../../dist/tools/year.js');
const GOLDEN = path.join(__dirname, 'golden/2026-autumn.txt');
const PATIENCE_IN_MS = 15 * 60_000;

async function diaryOf(...options: string[]): Promise<string> {
  const out = path.join(mkdtempSync(path.join(tmpdir(), 'opsflow-diary-')), 'diary.txt');
  const { stderr } = await promisify(execFile)(process.execPath, [YEAR, ...options, '--out', out]);
  process.stderr.write(`${stderr.trim().split('\n').at(-1) ?? ''}\n`);
  return readFileSync(out, 'utf8');
}

describe('a year in seconds', () => {
  test(
    'October to December 2026, with cases that began before 中秋, go as the golden file tells',
    async () => {
      const diary = await diaryOf('--from', '2026-09-20', '--to', '2026-12-31');
      expect(diary).toBe(readFileSync(GOLDEN, 'utf8'));
    },
    PATIENCE_IN_MS,
  );

  test(
    'the same seed writes the same diary twice, another seed another one',
    async () => {
      const fortnight = ['--from', '2026-01-01', '--to', '2026-01-16', '--language', 'en', '--seed'];
      const [once, again, other] = [
        await diaryOf(...fortnight, 'seven'),
        await diaryOf(...fortnight, 'seven'),
        await diaryOf(...fortnight, 'eight'),
      ];
      expect(again).toBe(once);
      expect(other).not.toBe(once);
    },
    PATIENCE_IN_MS,
  );
});
