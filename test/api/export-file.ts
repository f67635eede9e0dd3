import { readXlsx } from '../../api/spreadsheets/read-xlsx';
import type { ApiUnderTest } from './api-under-test';

const LIMITS = { rows: 10_000, columns: 50, sheets: 9, unpackedBytes: 64 * 1024 * 1024 };

/** A table as it was read back: its rows by the titles of their columns. */
export type Table = readonly Readonly<Record<string, string>>[];

/** An exported file: its bytes, its headers, and its sheets as tables. */
export interface Exported {
  readonly bytes: Buffer;
  readonly headers: Headers;
  readonly sheets: ReadonlyMap<string, Table>;
  /** The first sheet. */
  readonly rows: Table;
}

/** Asks for an export; the answer is returned whatever it is. */
export async function askForExport(
  api: ApiUnderTest,
  username: string,
  address: string,
  language = 'zh',
): Promise<Response> {
  const headers = { authorization: `Bearer ${await api.as(username).signIn()}`, 'accept-language': language };
  return await fetch(`${api.url}/api/v1/exports/${address}`, { headers });
}

/** Downloads an export and reads it back. */
export async function exportOf(
  api: ApiUnderTest,
  username: string,
  address: string,
  language = 'zh',
): Promise<Exported> {
  const response = await askForExport(api, username, address, language);
  expect([address, response.status]).toEqual([address, 200]);
  const bytes = Buffer.from(await response.arrayBuffer());
  const read = await readXlsx(bytes, LIMITS);
  const sheets = new Map(
    read.map(({ name, rows: [titles, ...rows] }) => {
      const titled = [...(titles?.cells ?? [])];
      const table = rows.map(({ cells }) =>
        Object.fromEntries(titled.map(([index, { text }]) => [text, cells.get(index)?.text ?? ''])),
      );
      return [name, table];
    }),
  );
  return { bytes, headers: response.headers, sheets, rows: [...sheets.values()][0] ?? [] };
}
