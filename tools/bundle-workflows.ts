import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { hashOfInputs } from './inputs';

const INPUTS = [
  'workflows',
  'models',
  'tools/bundle-workflows.ts',
  'tools/inputs.ts',
  'node_modules/@temporalio/worker/package.json',
];

/** The code that workers run in their sandbox, made from `workflows/index.ts` under the given root. */
export async function workflowBundle(root: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(root, 'workflows/index.ts'),
    logger: new DefaultLogger('WARN'),
  });
  return code;
}

/** Writes `dist/workflow-bundle.js` unless it already comes from these very inputs; answers whether it wrote. */
export async function bundleIfChanged(root: string): Promise<boolean> {
  const bundle = path.join(root, 'dist/workflow-bundle.js');
  const inputsFile = `${bundle}.inputs`;
  const inputs = hashOfInputs(root, INPUTS);
  if (existsSync(bundle) && existsSync(inputsFile) && readFileSync(inputsFile, 'utf8') === inputs) return false;
  const code = await workflowBundle(root);
  mkdirSync(path.dirname(bundle), { recursive: true });
  replace(bundle, code);
  replace(inputsFile, inputs);
  return true;
}

/** Renamed into place, so that a worker that starts meanwhile reads the old bundle or the new one. */
function replace(file: string, content: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

if (require.main === module) {
  bundleIfChanged(process.cwd()).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
