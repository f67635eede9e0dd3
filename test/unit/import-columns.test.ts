import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nameTable, type ImportColumn, type Names } from '../../api/use-cases/columns/column';
import { customerImport } from '../../api/use-cases/imports/customers';
import { deviceImport } from '../../api/use-cases/imports/devices';
import { grantsIn, wordsOfGrants } from '../../api/use-cases/columns/grants-in-words';
import { rulesOf } from '../../api/use-cases/imports/template';
import { userImport } from '../../api/use-cases/imports/users';
import { IMPORT_FAULTS } from '../../models/contracts/imports';

const SPECS = [deviceImport([]), customerImport([]), userImport([])] as const;
const DOCS = readFileSync(path.join(__dirname, '../../docs/import.md'), 'utf8');
const names: Names = {
  language: 'zh',
  timeZone: 'Asia/Shanghai',
  teams: nameTable([]),
  colleagues: nameTable([]),
  managerOf: () => null,
  customers: nameTable([
    { _id: 'C-1', name: '甲（北京）有限公司' },
    { _id: 'C-2', name: '乙;丙、丁' },
    { _id: 'C-3', name: '缺（括号' },
    { _id: 'C-4', name: '同名' },
    { _id: 'C-5', name: '同名' },
  ]),
};

/** The table of a kind as docs/import.md has it. */
function documented(spec: (typeof SPECS)[number], language: 'zh' | 'en'): string {
  const head = {
    zh: '| 工作表 | 列 | 必填 | 填写要求 | 示例 |',
    en: '| Sheet | Column | Required | How it is written | Example |',
  };
  const rows = rulesOf<never>(spec as never, language).map((row) => `| ${row.join(' | ')} |`);
  return [head[language], '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

test.each(SPECS.flatMap((spec) => (['zh', 'en'] as const).map((language) => [spec.kind, language, spec] as const)))(
  'docs/import.md tells how %s are written, in %s',
  (_, language, spec) => {
    expect(DOCS).toContain(documented(spec, language));
  },
);

test.each(SPECS.map((spec) => [spec.kind, spec] as const))('no two columns of %s go by the same title', (_, spec) => {
  const sheets = [
    spec.columns,
    ...spec.parts.map(({ owner, columns }) => [owner, ...columns]),
  ] as ImportColumn<never>[][];
  for (const columns of sheets) {
    const titles = columns.flatMap(({ field, title, aliases = [] }) => [
      ...new Set([field, title.zh, title.en, ...aliases].map((one) => one.toLowerCase())),
    ]);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

test('drop-down lists fit into a workbook', () => {
  for (const spec of SPECS)
    for (const { options = [] } of spec.columns as readonly ImportColumn<never>[])
      for (const language of ['zh', 'en'] as const)
        expect(options.map((option) => option[language]).join(',').length).toBeLessThan(255);
});

test('every fault has words in both languages', () => {
  for (const { zh, en } of Object.values(IMPORT_FAULTS))
    expect([zh, en]).toEqual([expect.stringMatching(/[一-龥]/), expect.stringMatching(/^[ -~{}]+$/)]);
});

describe('roles in a cell', () => {
  const grants = [
    { role: 'project-manager', customerId: 'C-1' },
    { role: 'engineer', customerId: 'C-2' },
    { role: 'qa', customerId: 'C-3' },
    { role: 'pmo', customerId: null },
  ] as const;

  test('are read as they were written, whatever the customers are called', () => {
    const words = wordsOfGrants(grants, names);
    expect(words).toBe('项目经理（甲（北京）有限公司）、服务工程师（乙;丙、丁）、质控（C-3）、PMO');
    expect(grantsIn(words, names)).toEqual(grants);
    expect(grantsIn(wordsOfGrants(grants, { ...names, language: 'en' }), names)).toEqual(grants);
  });

  test('name a customer that is only one', () => {
    expect(() => grantsIn('质控（同名）', names)).toThrow('ambiguous-customer');
    expect(grantsIn('质控（C-5）', names)).toEqual([{ role: 'qa', customerId: 'C-5' }]);
  });
});
