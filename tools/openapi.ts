import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiDocs } from './api-docs/files';

/** `npm run openapi`: renews what is made of the declarations of the API; the tests compare these files with them. */
for (const [file, contents] of Object.entries(apiDocs(process.cwd()))) {
  writeFileSync(join(process.cwd(), file), contents);
  process.stdout.write(`${file} is renewed\n`);
}
