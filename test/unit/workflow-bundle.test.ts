import path from 'node:path';
import { workflowBundle } from '../../tools/bundle-workflows';

// Every cached workflow holds the code; zod alone would add 460 kB. Measured 1,120,000 with eight procedures, and some more.
const BUDGET_CHARACTERS = 1_300_000;

// Node's own modules need no line: the SDK refuses to bundle them.
const PACKAGES = new Set(['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc']);

const root = path.join(__dirname, '../..');

describe('the workflow bundle', () => {
  let code = '';
  let modules: readonly string[] = [];

  beforeAll(async () => {
    code = withoutSourceMap(await workflowBundle(root));
    modules = modulesIn(code);
  }, 60_000);

  test(`stays under ${BUDGET_CHARACTERS} characters`, () => {
    expect(code.length).toBeLessThan(BUDGET_CHARACTERS);
  });

  test('brings no library but the SDK', () => {
    const packages = modules.flatMap((id) => packageOf(id) ?? []);
    expect(packages.filter((name) => !PACKAGES.has(name))).toEqual([]);
  });

  test('holds no code of the product but workflows and what is pure of the models', () => {
    const own = modules.filter((id) => id.startsWith('./') && packageOf(id) === null);
    expect(own).toContain('./workflows/index.ts');
    const pure = [
      './models/absences.ts',
      './models/attempts.ts',
      './models/callback-rules.ts',
      './models/clocks.ts',
      './models/codes.ts',
      './models/cutover-audit.ts',
      './models/cutover-words.ts',
      './models/faults.ts',
      './models/contracts/service-level-names.ts',
      './models/quorum.ts',
      './models/service-levels/limits.ts',
      './models/whom.ts',
    ];
    expect(own.filter((id) => !id.startsWith('./workflows/') && !pure.includes(id))).toEqual([]);
  });
});

function withoutSourceMap(bundle: string): string {
  const start = bundle.lastIndexOf('//# sourceMappingURL=');
  return start < 0 ? bundle : bundle.slice(0, start);
}

/** Webpack writes the path of each module in a comment before it. */
function modulesIn(bundle: string): readonly string[] {
  return [...bundle.matchAll(/^\/\*\*\*\/ "([^"]+)"/gm)].flatMap((match) => match[1] ?? []);
}

function packageOf(id: string): string | null {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? null;
}
