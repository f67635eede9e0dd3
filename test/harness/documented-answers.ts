import { ApiDocument } from './api-document';

// Whatever a test receives from the API must be as docs/openapi.json says; `npm run openapi` renews the document.
const held: { document?: ApiDocument } = {};
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const response = await fetch(input, init);
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  if (pathname.startsWith('/api/v1/')) await mustBeDocumented(pathname, init?.method ?? 'GET', response);
  return response;
};

async function mustBeDocumented(path: string, method: string, response: Response): Promise<void> {
  held.document ??= new ApiDocument();
  const { status, headers } = response;
  const text = await response.clone().text();
  const fault = held.document.faultIn({ method: method.toUpperCase(), path, status, headers, text });
  if (fault !== null) throw new UndocumentedAnswer(fault);
}

class UndocumentedAnswer extends Error {
  override readonly name = 'UndocumentedAnswer';
}
