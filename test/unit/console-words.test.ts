import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { CASE_STATES, PRIORITIES } from '../../models/codes';
import { WORDS } from '../../console/words';
import { hasWords, sayIn } from '../../console/words/say';
import { JOURNAL_KINDS } from '../../models/contracts/record';
import { TASK_STATUSES } from '../../models/contracts/task';

const CONSOLE = path.join(__dirname, '../../console');
const files = readdirSync(CONSOLE, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
/** What says words of the console from outside, without the words themselves. */
const ELSEWHERE = ['journal-sentence.ts', 'called.ts'].map((file) =>
  readFileSync(path.join(__dirname, '../../models/contracts', file), 'utf8').replace(/_WORDS = \{[^]*?\n\}/, ''),
);
const sources = new Map(files.map((file) => [file, readFileSync(path.join(CONSOLE, file), 'utf8')]));

describe('the words of the console', () => {
  test.each(Object.entries(WORDS))('%s are there in both languages, with the same gaps', (_key, { zh, en }) => {
    expect([zh.trim(), en.trim()]).not.toContain('');
    const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
    expect(gaps(zh)).toEqual(gaps(en));
  });

  test('are all said somewhere', () => {
    const all = [...sources]
      .filter(([file]) => !file.startsWith('words'))
      .map(([, text]) => text)
      .concat(ELSEWHERE)
      .join('\n');
    const made = [...all.matchAll(/`([\w.-]*)\$\{/g)].map(([, prefix = '']) => prefix).filter(Boolean);
    const unsaid = Object.keys(WORDS).filter(
      (key) => !all.includes(`'${key}'`) && !made.some((prefix) => key.startsWith(prefix)),
    );
    expect(unsaid).toEqual([]);
  });

  test.each([
    ...JOURNAL_KINDS.map((kind) => `journal.${kind}`),
    ...TASK_STATUSES.map((status) => `task.status.${status}`),
    ...PRIORITIES.map((priority) => `priority.${priority}`),
  ])('know %s', (key) => {
    expect(hasWords(key)).toBe(true);
  });

  test('fill their gaps', () => {
    expect(sayIn('zh')('task.done', { outcome: '同意' })).toBe('已提交：同意');
    expect(sayIn('en')('task.done', { outcome: '$&' })).toBe('Done: $&');
    expect(CASE_STATES).toContain('open');
  });
});

describe('no component holds words of its own', () => {
  const CHINESE = /[\u3400-\u9fff]/;
  const SEEN = ['title', 'label', 'placeholder', 'alt', 'aria-label', 'description', 'subTitle', 'okText', 'extra'];

  test.each([...sources.keys()].filter((file) => !file.startsWith('words')))('%s', (file) => {
    const text = sources.get(file) ?? '';
    const tree = ts.createSourceFile(
      file,
      text,
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    );
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim());
      if (ts.isStringLiteralLike(node) && CHINESE.test(node.text)) found.push(node.text);
      if (ts.isJsxAttribute(node) && SEEN.includes(node.name.getText()) && node.initializer)
        if (ts.isStringLiteral(node.initializer) && /\p{L}/u.test(node.initializer.text))
          found.push(node.initializer.text);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    expect(found).toEqual([]);
  });
});
