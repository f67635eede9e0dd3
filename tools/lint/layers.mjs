import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

const NODE = 'node:*';
const LIBRARY = 'library';

/**
 * Who may import whom. The first layer whose `files` begins the path of a file decides.
 *
 * `values` may be imported in any way, `types` only by `import type`. An entry that ends with a slash is a folder, NODE is
 * every module of Node, LIBRARY every package of "dependencies" outside `@temporalio/`; anything else is meant literally.
 */
const LAYERS = [
  { files: 'models/codes.ts', values: [], types: [] },
  { files: 'models/attempts.ts', values: [], types: [] },
  { files: 'models/faults.ts', values: [], types: ['models/contracts/'] },
  { files: 'models/whom.ts', values: ['models/codes'], types: ['models/contracts/'] },
  { files: 'models/cutover-words.ts', values: [], types: ['models/contracts/'] },
  { files: 'models/cutover-audit.ts', values: [], types: ['models/contracts/', 'models/cutover-words'] },
  { files: 'models/callback-rules.ts', values: [], types: ['models/contracts/'] },
  { files: 'models/clocks.ts', values: [], types: ['models/contracts/'] },
  { files: 'models/quorum.ts', values: [], types: ['models/codes', 'models/contracts/'] },
  { files: 'models/absences.ts', values: ['models/quorum', 'models/whom'], types: ['models/contracts/'] },
  {
    files: 'models/contracts/',
    values: ['zod', 'models/contracts/', 'models/codes', 'models/cutover-words', 'models/faults'],
    types: [],
  },
  { files: 'models/search/', values: ['pinyin-pro', 'models/'], types: [] },
  { files: 'models/db/', values: ['mongoose', 'models/'], types: [] },
  {
    files: 'models/calendar/',
    values: [
      'temporal-polyfill',
      'tyme4ts',
      'ts-ics',
      'models/calendar/',
      'models/contracts/',
      'models/clocks',
      'models/codes',
      'models/faults',
    ],
    types: [],
  },
  { files: 'models/addresses.ts', values: ['ipaddr.js'], types: [] },
  {
    files: 'models/service-levels/limits.ts',
    values: ['models/contracts/service-level-names'],
    types: ['models/contracts/'],
  },
  { files: 'models/', values: ['zod', NODE, 'models/'], types: [] },
  {
    files: 'workflows/',
    values: [
      '@temporalio/workflow',
      '@temporalio/common',
      'workflows/',
      'models/absences',
      'models/attempts',
      'models/callback-rules',
      'models/clocks',
      'models/codes',
      'models/cutover-audit',
      'models/cutover-words',
      'models/faults',
      'models/quorum',
      'models/service-levels/limits',
      'models/whom',
    ],
    types: ['models/contracts/', 'activities/'],
  },
  {
    files: 'activities/',
    values: [NODE, LIBRARY, '@temporalio/activity', '@temporalio/common', 'models/', 'activities/'],
    types: ['workflows/'],
  },
  ...['api/gateway', 'api/'].map((files) => ({
    files,
    values: [
      NODE,
      LIBRARY,
      '@temporalio/common',
      'models/',
      'workflows/messages',
      'workflows/ids',
      'api/',
      ...(files === 'api/gateway' ? ['@temporalio/client'] : []),
    ],
    types: [],
  })),
  {
    files: 'worker/',
    values: [NODE, LIBRARY, '@temporalio/', 'models/', 'workflows/', 'activities/', 'api/', 'worker/'],
    types: [],
  },
  {
    files: 'console/',
    // Of the contracts only those that need no zod at run time: it would double what a phone has to load.
    values: [
      ...['react', 'react-dom', 'react-router', 'antd', '@ant-design/icons', '@tanstack/react-query'],
      'models/codes',
      ...[
        'called',
        'complaint-readers',
        'duration',
        'editors',
        'fault-readers',
        'filled',
        'journal-sentence',
        'journal-words',
        'mail-choices',
        'outcomes',
        'quorum-words',
        'roles',
        'service-level-names',
        'strokes',
        'time',
        'waiting',
        'webhook-formats',
      ].map((name) => `models/contracts/${name}`),
      'console/',
    ],
    types: ['models/contracts/', 'zod'],
  },
  {
    files: 'embedded/',
    values: [NODE, LIBRARY, '@temporalio/', 'models/', 'workflows/', 'activities/', 'api/', 'worker/', 'embedded/'],
    types: [],
  },
];

/** ESLint rule: a file imports only what its layer may import. */
export const layers = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      forbidden: "{{layer}} must not import '{{source}}'; it may import {{allowed}}.",
      onlyTypes: "{{layer}} may import '{{source}}' only by `import type`.",
    },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const layer = LAYERS.find(({ files }) => file.startsWith(files));
    if (!layer) return {};
    const libraries = librariesOf(context.cwd);

    function check(node, source, isTypeOnly) {
      const target = targetOf(source, file);
      const matches = (entry) => covers(entry, target, libraries);
      if (layer.values.some(matches)) return;
      const messageId = layer.types.some(matches) ? 'onlyTypes' : 'forbidden';
      if (messageId === 'onlyTypes' && isTypeOnly) return;
      context.report({ node, messageId, data: { layer: layer.files, source, allowed: wordsFor(layer) } });
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value, isTypeOnly(node)),
      ExportAllDeclaration: (node) => check(node, node.source.value, node.exportKind === 'type'),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source.value, isTypeOnly(node)),
      ImportExpression: (node) => check(node, node.source.value, false),
      TSImportType: (node) => check(node, node.source.value, true),
      TSExternalModuleReference: (node) => check(node, node.expression.value, node.parent.importKind === 'type'),
      'CallExpression[callee.name="require"][arguments.0.type="Literal"]': (node) =>
        check(node, node.arguments[0].value, false),
    };
  },
};

function isTypeOnly(node) {
  if ((node.importKind ?? node.exportKind) === 'type') return true;
  return node.specifiers.length > 0 && node.specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type');
}

function targetOf(source, file) {
  // A computed import has no literal; no layer covers the empty name, so it is refused.
  if (typeof source !== 'string') return '';
  if (isBuiltin(source)) return NODE;
  if (!source.startsWith('.')) return source;
  return path.posix.join(path.posix.dirname(file), source).replace(/\.[cm]?[jt]sx?$/, '');
}

function covers(entry, target, libraries) {
  if (entry === LIBRARY) return libraries.has(packageOf(target));
  if (entry.endsWith('/')) return `${target}/`.startsWith(entry);
  return target === entry || (entry === packageOf(target) && target.startsWith(`${entry}/`));
}

function packageOf(target) {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

function librariesOf(root) {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return new Set(Object.keys(dependencies).filter((name) => !name.startsWith('@temporalio/')));
}

function wordsFor({ values, types }) {
  if (values.length === 0) return 'nothing';
  return values.join(', ') + (types.length > 0 ? `, and types of ${types.join(', ')}` : '');
}
