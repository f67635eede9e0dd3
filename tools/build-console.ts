import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { hashOfInputs } from './inputs';

const INPUTS = ['console', 'models/codes.ts', 'models/contracts', 'package-lock.json', 'tools/build-console.ts'];
const COMPRESSIBLE = /\.(js|css|svg)$/;

/** Builds the console into `dist/console` unless it already comes from these very inputs; answers whether it built. */
export async function buildConsoleIfChanged(root: string): Promise<boolean> {
  const inputsFile = path.join(root, 'dist/console.inputs');
  const inputs = hashOfInputs(root, INPUTS);
  const isBuilt = existsSync(path.join(root, 'dist/console/index.html')) && existsSync(inputsFile);
  if (isBuilt && readFileSync(inputsFile, 'utf8') === inputs) return false;
  // Vite keeps a NODE_ENV that it finds; that of a test would put React's development build in front of everybody.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'console/vite.config.mjs'), logLevel: 'warn' });
  compress(path.join(root, 'dist/console/assets'));
  writeFileSync(inputsFile, inputs);
  return true;
}

/** Compresses every file once, so that the server need not do it for each request. */
function compress(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => COMPRESSIBLE.test(file))) {
    const file = path.join(folder, name);
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
  }
}

if (require.main === module) {
  buildConsoleIfChanged(process.cwd()).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
