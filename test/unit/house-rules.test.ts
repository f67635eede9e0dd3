import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { snippets } from './house-rules.snippets';

function rulesBrokenBy(): readonly (readonly string[])[] {
  const root = path.join(__dirname, '../..');
  const linter = spawnSync(process.execPath, [path.join(root, 'tools/lint/lint-snippets.mjs')], {
    input: JSON.stringify(snippets.map(({ file, code }) => ({ file, code }))),
    encoding: 'utf8',
  });
  if (linter.status !== 0) throw new Error(linter.stderr);
  return JSON.parse(linter.stdout) as string[][];
}

describe('house rules', () => {
  let broken: readonly (readonly string[])[] = [];
  beforeAll(() => {
    broken = rulesBrokenBy();
  }, 60_000);

  test.each(snippets.map((snippet, index) => ({ ...snippet, index })))('$file: $because', ({ breaks, index }) => {
    const rules = broken[index];
    if (breaks === null) expect(rules).toEqual([]);
    else expect(rules).toContain(breaks);
  });
});
