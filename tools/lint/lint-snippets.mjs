// Lints snippets as if they were files of the product, all in one TypeScript program: reads `[{ file, code }]` from standard
// input, writes for each the list of the rules it breaks. A process of its own, because jest cannot load an ES module config.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const snippets = JSON.parse(readFileSync(0, 'utf8')).map(({ file, code }) => ({ file: path.join(ROOT, file), code }));
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false, programs: [programOf(snippets)] } },
  },
});

const broken = [];
for (const { file, code } of snippets) {
  const [result] = await eslint.lintText(code, { filePath: file });
  broken.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(broken));

function programOf(files) {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ['x.ts'] }, ts.sys, ROOT);
  const virtual = new Map(files.map(({ file, code }) => [file, code]));
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => virtual.has(name) || fileExists(name);
  host.readFile = (name) => virtual.get(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) =>
    virtual.has(name)
      ? ts.createSourceFile(name, virtual.get(name), version, true)
      : getSourceFile.call(host, name, version, ...rest);
  return ts.createProgram([...virtual.keys()], options, host);
}
