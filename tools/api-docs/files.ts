import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../../api/openapi/document';
import { ROUTES } from '../../api/routes';
import { accessPage } from './access';
import { codeTable, routeTable } from './tables';

/** The files that are made of the declarations of the API, as they should be: path below the root, and contents. */
export function apiDocs(root: string): Readonly<Record<string, string>> {
  const prose = readFileSync(join(root, 'docs/api.md'), 'utf8');
  return {
    'docs/access.md': accessPage(ROUTES),
    'docs/openapi.json': `${JSON.stringify(openApiDocument(ROUTES, 'zh'), null, 1)}\n`,
    'docs/api.md': withPart(withPart(prose, 'codes', codeTable()), 'routes', routeTable(ROUTES)),
  };
}

function withPart(prose: string, name: string, part: string): string {
  const [begin, end] = [`<!-- ${name}: made by npm run openapi -->\n`, `<!-- end of ${name} -->\n`];
  const [from, to] = [prose.indexOf(begin), prose.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/api.md has no part ${name}`);
  return prose.slice(0, from) + begin + part + prose.slice(to);
}
